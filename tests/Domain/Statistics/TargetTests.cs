using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.Domain.Tests.Statistics;

public sealed class TargetTests
{
    private static readonly Source Law = new("Kế hoạch", null, null);
    private static readonly TargetIndicator Family = new("family", "Gia đình", [], [], Law) { Goals = [new(2025, 70, Law), new(2030, 80, Law)] };
    private static readonly DateOnly Last = new(2025, 6, 30);
    private static readonly DateOnly First = new(2025, 7, 1);

    private static readonly UnitRegister Units = new(
    [
        new("17", "Tỉnh", UnitTier.Province, null, null, null, []),
        new("148", "Huyện Một", UnitTier.District, "17", null, Last, []), new("149", "Huyện Hai", UnitTier.District, "17", null, Last, []),
        new("04789", "Xã A", UnitTier.Commune, "148", null, Last, ["04900"]), new("04792", "Xã B", UnitTier.Commune, "148", null, Last, ["04900"]),
        new("04831", "Xã C", UnitTier.Commune, "149", null, Last, ["04831"]), new("04831", "Xã C", UnitTier.Commune, "17", First, null, []),
        new("04900", "Xã AB", UnitTier.Commune, "17", First, null, []),
    ]);

    // Plans as "place year of issue: target year=percent"; the target of the place for 2025 and 2030, with where it comes from.
    [Theory]
    [InlineData("no plan", "17", "2025=70 catalogue, 2030=80 catalogue")]
    [InlineData("the province's plan", "17", "2025=72 17, 2030=80 catalogue", "17 2022: 2025=72")]
    [InlineData("a district's plan is not the province's", "17", "2025=70 catalogue, 2030=80 catalogue", "148 2022: 2025=75 2030=85")]
    [InlineData("a commune takes its district's plan", "04789", "2025=75 148, 2030=85 148", "148 2022: 2025=75 2030=85")]
    [InlineData("a commune of another district does not", "04831", "2025=70 catalogue, 2030=80 catalogue", "148 2022: 2025=75 2030=85")]
    [InlineData("the nearer plan goes before", "04789", "2025=75 148, 2030=82 17", "17 2023: 2025=72 2030=82", "148 2022: 2025=75")]
    [InlineData("of two plans of a place the later", "148", "2025=76 148, 2030=85 148", "148 2022: 2025=75 2030=85", "148 2023: 2025=76")]
    [InlineData("a commune made of two of a district keeps the district's plan", "04900", "2025=75 148, 2030=80 catalogue", "148 2022: 2025=75")]
    [InlineData("but not that of one of the two", "04900", "2025=70 catalogue, 2030=80 catalogue", "04789 2022: 2025=99")]
    [InlineData("a target for another year is one more", "17", "2025=70 catalogue, 2028=77 17, 2030=80 catalogue", "17 2022: 2028=77")]
    public void The_nearest_plan_sets_the_target(string what, string place, string targets, params string[] plans)
    {
        Assert.NotEmpty(what);
        var set = SetTarget.Of(place, plans.Select(Plan), Units, [Family]);
        Assert.Equal(targets, string.Join(", ", set.Select(target => $"{target.Year}={target.Percent:0} {target.Plan?.Place.Code ?? "catalogue"}")));
    }

    // Figures of 2024 as "place count/of", - where one is not given; on record: district 148 has 3 of 10, commune 04789 has 2 of 4, and nothing else.
    [Theory]
    [InlineData("nothing at all", "17", "")]
    [InlineData("the place's own", "17", "70/100 import 3/3", "17 70/100")]
    [InlineData("its own stands before those below", "17", "70/100 import 3/3", "17 70/100", "04789 1/50", "148 5/60")]
    [InlineData("communes are added", "17", "30/90 import 2/3", "04789 10/40", "04831 20/50")]
    [InlineData("a district stands for its communes", "17", "25/110 import 3/3", "148 5/60", "04789 1/50", "04831 20/50")]
    [InlineData("only what lies in the place", "149", "20/50 import 1/1", "04789 10/40", "04831 20/50")]
    [InlineData("a whole from the register", "148", "3/10 import-records 2/2", "148 3/-")]
    [InlineData("a count on record", "148", "3/12 import-records 2/2", "148 -/12")]
    [InlineData("all on record", "148", "3/10 records 2/2")]
    [InlineData("a whole without any count is no figure", "149", "", "149 -/12")]
    [InlineData("a count above the whole on record is no figure", "04789", "2/4 records 1/1", "04789 9/-")]
    public void Figures_are_the_places_own_or_added(string what, string place, string share, params string[] figures)
    {
        Assert.NotEmpty(what);
        var day = UnitRegister.DayOf(2024);
        var measures = new YearMeasures(2024, [.. figures.Select(Figure)]);
        var found = MeasuredShare.Of(2024, [Units.PathOf(place, day)!], measures.In("17", Units), Recorded, path => path.Tier == UnitTier.Commune ? 1 : Units.Within(path, UnitTier.Commune, day).Length);
        Assert.Equal(share, found is null ? "" : $"{found.Count}/{found.Whole} {Name(found.Source)} {found.Covered}/{found.Communes}");
    }

    // Two figures with the communes that they cover, the target, and what comes of them: distance, how many are missing, the straight line, whether it is reached.
    [Theory]
    [InlineData("2022 50/100", "2024 60/100", "2025 70", "-10.0 10 65.0 no")]
    [InlineData("2022 50/100", "2024 60/100", "2030 80", "-20.0 20 90.0 yes")]
    [InlineData("2022 50/100", "2024 70/100", "2025 70", "0.0 0 80.0 yes")]
    [InlineData("2022 60/100", "2024 50/100", "2030 80", "-30.0 30 20.0 no")]
    [InlineData("2022 90/100", "2024 98/100", "2030 100", "-2.0 2 100.0 yes")]
    [InlineData("2024 60/100", "2024 60/100", "2030 80", "-20.0 20 - -")]
    [InlineData("2024 60/100", "2026 65/100", "2025 70", "-5.0 5 - no")]
    [InlineData("2022 1/3", "2024 2/3", "2025 70", "-3.3 1 83.3 yes")]
    [InlineData("2022 500/1000", "2024 699/999", "2025 70", "0.0 1 80.0 yes")]
    [InlineData("2022 50/100", "2024 60/100 3/10", "2030 80", "-20.0 20 - -")]
    [InlineData("2022 50/100 3/10", "2024 60/100", "2030 80", "-20.0 20 - -")]
    [InlineData("-", "-", "2025 70", "- - - -")]
    public void A_target_is_set_against_what_was_measured(string first, string last, string target, string expected)
    {
        var words = target.Split(' ');
        var standing = new TargetStanding(new(Family, int.Parse(words[0]), int.Parse(words[1]), null, Family.Goals[0]), Share(last), Share(first));
        Assert.Equal(expected, string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{Text(standing.Distance, "0.0")} {Text(standing.Missing, "0")} {Text(standing.Projected, "0.0")} {standing.IsReached switch { true => "yes", false => "no", _ => "-" }}"));

        static string Text(IFormattable? value, string format) => value?.ToString(format, System.Globalization.CultureInfo.InvariantCulture) ?? "-";
    }

    private static RecordedFigure Recorded(PlacePath place) => place.Code switch { "148" => new(3, 10), "04789" => new(2, 4), _ => new(null, null) };

    private static string Name(FigureSource source) => source switch { FigureSource.Import => "import", FigureSource.Records => "records", _ => "import-records" };

    private static DossierFact Plan(string text)
    {
        var (head, targets) = (text.Split(": ")[0].Split(' '), text.Split(": ")[1].Split(' '));
        var year = int.Parse(head[1]);
        return Facts.Of("complete -", kind: "target-plan", place: Units.PathOf(head[0], UnitRegister.DayOf(year))) with
        {
            Year = year, Targets = [.. targets.Select(one => new FactTarget("family", int.Parse(one.Split('=')[0]), int.Parse(one.Split('=')[1])))],
        };
    }

    private static Measure Figure(string text)
    {
        var (place, figure) = (text.Split(' ')[0], text.Split(' ')[1].Split('/'));
        return new(place, "family", 2024, figure[0] == "-" ? null : int.Parse(figure[0]), figure[1] == "-" ? null : int.Parse(figure[1]));
    }

    private static MeasuredShare? Share(string text)
    {
        if (text == "-") return null;
        var numbers = text.Split(' ', '/').Select(int.Parse).ToArray();
        return new(numbers[0], numbers[1], numbers[2], FigureSource.Import, numbers.Length > 3 ? numbers[3] : 1, numbers.Length > 3 ? numbers[4] : 1);
    }
}
