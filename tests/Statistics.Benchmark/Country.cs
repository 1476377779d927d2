using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.App.Registers;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.Statistics.Benchmark;

/// <summary>
/// A country in simulation: 34 provinces, 3,321 communes, five units in each (times the scale), ten years with a dossier a unit
/// and 15 results in each. Every province has a plan with gradings for each year, and with its communes a plan with targets every third year.
/// Everything follows from numbers, so that two runs load the same.
/// </summary>
internal sealed class Country(double scale, int whole)
{
    public const int Provinces = 34;
    public const int Communes = 3_321;
    public const int FirstYear = 2016;
    public const int LastYear = 2025;
    public const string Kind = "unit-request";

    private const int UnitsOfCommune = 5;
    private const int Criteria = 3;
    private const int Indicators = 4;

    /// <summary>Criterion results in a dossier.</summary>
    public const int ResultsOfDossier = Criteria * (Indicators + 1);

    private const int Districts = 12;
    private const int YearsOfPlan = 3;

    /// <summary>The administrative units.</summary>
    public static UnitRegister Units { get; } = new(
    [
        .. Enumerable.Range(0, Provinces).Select(p => new AdministrativeUnit(Province(p), $"Tỉnh {p + 1}", UnitTier.Province, null, null, null, [])),
        .. Enumerable.Range(0, Communes).Select(c => new AdministrativeUnit(Commune(c), $"Xã {c + 1}", UnitTier.Commune, Province(c % Provinces), null, null, [])),
    ]);

    /// <summary>Provinces, the first ones, whose dossiers are loaded one by one.</summary>
    public int WholeProvinces => Math.Min(whole, Provinces);

    /// <summary>Units of the whole country.</summary>
    public int UnitCount => (int)(Communes * UnitsOfCommune * scale);

    public static string Province(int number) => string.Create(CultureInfo.InvariantCulture, $"t{number + 1:D2}");

    public static string Commune(int number) => string.Create(CultureInfo.InvariantCulture, $"x{number + 1:D5}");

    /// <summary>The units of a province, as offices.</summary>
    public IEnumerable<Office> Offices(int province) =>
        from unit in Enumerable.Range(0, UnitCount)
        let commune = unit % Communes
        where commune % Provinces == province
        select new Office($"don-vi-{unit + 1}", $"Trường học số {unit + 1}", Province(province), Commune(commune));

    /// <summary>Recognitions of every third unit and every second commune, over the years.</summary>
    public IEnumerable<GrantedRecognition> Recognitions() =>
        Enumerable.Range(0, UnitCount).Where(unit => unit % 3 == 0).Select(unit => Recognition($"don-vi-{unit + 1}", null, unit))
            .Concat(Enumerable.Range(0, Communes).Where(commune => commune % 2 == 0).Select(commune => Recognition(null, Commune(commune), commune)));

    /// <summary>Figures of every commune and indicator at the end of a year.</summary>
    public static IEnumerable<Measure> Measures(int year, IEnumerable<string> indicators) =>
        from indicator in indicators
        from commune in Enumerable.Range(0, Communes)
        select new Measure(Commune(commune), indicator, year, 400 + (commune % 200) + (20 * (year - FirstYear)), 1_000);

    private static GrantedRecognition Recognition(string? office, string? place, int number) =>
        new(office, place, number % 5 == 0 ? Domain.Forms.Result.Level2 : Domain.Forms.Result.Level1, $"{number}/QĐ", new(FirstYear + (number % 10), 2, 10), null);

    /// <summary>The dossiers of a province's year.</summary>
    public IEnumerable<DossierFact> Facts(int province, int year) =>
        Offices(province).Select(office => Fact(office.Slug, office.Name, new(office.Province, null, office.Unit), year)).Concat(Plans(province, year));

    /// <summary>Offices that make plans: one of each province and commune.</summary>
    public static IEnumerable<Office> Planners(int province) =>
        CommunesOf(province).Select(commune => new Office($"uy-ban-{Commune(commune)}", $"Ủy ban nhân dân xã {commune + 1}", Province(province), Commune(commune)))
            .Prepend(new($"so-{Province(province)}", $"Sở Giáo dục và Đào tạo tỉnh {province + 1}", Province(province), Province(province)));

    private static IEnumerable<int> CommunesOf(int province) => Enumerable.Range(0, Communes).Where(commune => commune % Provinces == province);

    private static IEnumerable<DossierFact> Plans(int province, int year)
    {
        var planners = Planners(province).ToArray();
        yield return Plan("province-grading", planners[0], year) with { Gradings = [Grading(GradingKind.Results, year - 1), Grading(GradingKind.Plan, year)] };
        if ((year - FirstYear) % YearsOfPlan != 0) yield break;
        foreach (var planner in planners)
            yield return Plan("target-plan", planner, year) with { Targets = [new("family", 2030, 80), new("clan", 2030, 75), new("unit", 2030, 90)] };
    }

    private static DossierFact Plan(string kind, Office office, int year) =>
        new($"{kind}-{year}-{office.Slug}", 1, kind, year, office.Slug, office.Name, new(office.Province, null, office.Unit == office.Province ? null : office.Unit), new(year, 2, 1), null, Verdict.Complete, null, null, []);

    // As many rows as a province had districts.
    private static ReportGrading Grading(GradingKind kind, int year) =>
        new(kind, year, [.. Enumerable.Range(1, Districts).Select(n => new ReportGradingRow($"Huyện {n}", 10, 10, 5, 3, kind == GradingKind.Plan ? 2 : 1, kind == GradingKind.Plan ? null : 1, 0))]);

    /// <summary>A dossier.</summary>
    public static DossierFact Fact(string office, string name, PlacePath place, int year)
    {
        var dice = new Random(office.Aggregate(year, (sum, letter) => unchecked((sum * 31) + letter)));
        var rows = ImmutableArray.CreateBuilder<FactCriterion>();
        for (var criterion = 1; criterion <= Criteria; criterion++)
            for (var indicator = 0; indicator <= Indicators; indicator++)
                rows.Add(new(criterion, indicator == 0 ? null : indicator, Result(dice)));
        return new($"{Kind}-{year}-{office}", 1, Kind, year, office, name, place, new(year + 1, 1, 1 + dice.Next(28)), "unit-2023", (Verdict)dice.Next(3), Result(dice), Result(dice), rows.ToImmutable());
    }

    private static Result? Result(Random dice) => dice.Next(10) switch { 0 => Domain.Forms.Result.NotMet, < 5 => Domain.Forms.Result.Level1, < 9 => Domain.Forms.Result.Level2, _ => null };
}
