using System.Collections.Immutable;
using LearningSociety.Generator.Chance;
using LearningSociety.Generator.Names;

namespace LearningSociety.Generator.Facts;

/// <summary>Dossiers of districts and provinces: assessments, gradings and plans.</summary>
public static class OtherDossiers
{
    /// <summary>A district's own assessment.</summary>
    public static DossierFacts District(Dice dice, string name, Defect defect)
    {
        var place = Places.Name(dice);
        var office = Offices.District(dice, place);
        var other = Offices.District(dice, Places.Name(dice));
        var year = 2024;
        Outcome[] results = [Outcome.NotMet, Outcome.Met];
        var points = defect is Defect.None or Defect.Unsigned && dice.Chance(0.07);
        var table = AssessmentMaker.District(dice, dice.Pick(results), points, dice.Chance(0.35));
        if (defect == Defect.CriterionBlank) table = AssessmentMaker.WithBlank(dice, table);
        if (defect == Defect.ResultMismatch) table = AssessmentMaker.WithMismatch(dice, table, results);
        var about = defect == Defect.WrongOffice ? other : office;
        var form = new FormFacts
        {
            Id = "district-3b", Unit = about.Name, Year = defect == Defect.WrongYear ? year - 1 : year, Place = about.Place, Titles = [.. about.Titles], Signer = People.Name(dice),
            Date = new(year + (defect == Defect.WrongYear ? 0 : 1), dice.Pick(1, 2), dice.Between(3, 27)), Declared = table.Overall, Assessment = table,
            Signing = defect == Defect.Unsigned ? dice.Pick(Signing.None, Signing.SealOnly, Signing.HandOnly) : Signing.Paper,
        };
        var found = new List<ExpectedFinding>();
        if (table.HasBlank) found.Add(new("criterion-blank", form.Id));
        if (table.Contradicts) found.Add(new("result-mismatch", form.Id));
        if (defect is Defect.Unsigned) found.Add(new("form-unsigned", form.Id));
        if (defect is Defect.WrongYear) found.Add(new("wrong-year", form.Id));
        if (defect is Defect.WrongOffice) found.Add(new("wrong-office", form.Id));
        return new()
        {
            Name = name, Kind = "district-community", OfficeId = office.Id, OfficeName = office.Name, Year = year, Received = new(year + 1, 3, 3), Level = office.Level, Place = place,
            Forms = [form], Findings = [.. found],
        };
    }

    /// <summary>A province's results and plan.</summary>
    public static DossierFacts Province(Dice dice, string name, Defect defect)
    {
        var place = Places.Name(dice);
        var office = Offices.Department(dice, place);
        var year = dice.Pick(2022, 2023, 2024, 2025);
        var districts = Places.Names(dice, dice.Between(7, 13)).Order(StringComparer.Ordinal).ToList();
        if (dice.Chance(0.7)) districts.Add("Thành phố");
        var all = districts.Select(_ => dice.Between(7, 26)).ToArray();
        var sheets = new[] { Sheet(dice, districts, all, false, year - 1), Sheet(dice, districts, all, true, year) };
        if (defect == Defect.SumMismatch)
        {
            var at = dice.Below(2);
            sheets[at] = Broken(dice, sheets[at]);
        }

        var found = new List<ExpectedFinding>();
        if (sheets.Any(sheet => !sheet.AddsUp)) found.Add(new("sum-mismatch", "province-grading"));
        if (defect == Defect.PercentageMismatch) found.Add(new("percentage-mismatch", "province-grading"));
        if (defect == Defect.Unsigned) found.Add(new("form-unsigned", "province-grading"));
        var sign = dice.Pick("KH", "BC") + "-" + office.Sign;
        var form = new FormFacts
        {
            Id = "province-grading", Unit = office.Name, Year = year, Place = place, Agency = "SỞ GIÁO DỤC VÀ ĐÀO TẠO" + (dice.Chance(0.2) ? " " + place.ToUpperInvariant() : ""), Parent = office.Parent,
            Titles = [.. office.Titles], Signer = People.Name(dice), Sign = "/" + sign, Number = $"{dice.Between(21, 990)}/{sign}", Date = new(year, dice.Between(1, 4), dice.Between(1, 28)),
            Gradings = [.. sheets], Signing = defect == Defect.Unsigned ? dice.Pick(Signing.None, Signing.SealOnly, Signing.HandOnly) : Signing.Paper,
        };
        return new()
        {
            Name = name, Kind = "province-grading", OfficeId = office.Id, OfficeName = office.Name, Year = year, Received = new(year, 5, 4), Level = "tỉnh", Place = place, Forms = [form], Findings = [.. found],
        };
    }

    /// <summary>A plan with targets (387 or 1373), or a plan for units.</summary>
    public static DossierFacts Plan(Dice dice, string name, bool targets)
    {
        var place = Places.Name(dice);
        var level = targets ? "huyện" : dice.Pick("phường", "xã");
        var year = targets ? dice.Pick(2022, 2023) : 2025;
        var blank = dice.Chance(0.2);
        var form = new FormFacts
        {
            Id = targets ? "target-plan" : "plan", Unit = $"UBND {level} {place}", Year = year, Place = place, Agency = $"ỦY BAN NHÂN DÂN {level.ToUpperInvariant()} {place.ToUpperInvariant()}",
            Titles = [.. dice.Pick<string[]>(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"])], Signer = People.Name(dice),
            Sign = "/KH-UBND", Number = blank ? null : $"{dice.Between(11, 290)}/KH-UBND", Date = new(year, dice.Between(3, 12), dice.Between(1, 28)), Signing = dice.Pick(Signing.Paper, Signing.Paper, Signing.None),
            Targets = targets ? Targets(dice) : [],
        };
        return new()
        {
            Name = name, Kind = form.Id, OfficeId = "ubnd-" + name, OfficeName = form.Unit, Year = year, Received = new(year, 12, 30), Level = level, Place = place, Forms = [form], Findings = [],
        };
    }

    private static ImmutableArray<Target> Targets(Dice dice)
    {
        string[] ids = dice.Chance(0.5)
            ? ["family", "clan", "community", "unit", "citizen-worker", "citizen-staff"]
            : ["literacy-level-2", "universal-primary-level-3", "universal-lower-secondary-level-3", "information-skills", "life-skills", "trained-population", "university-or-higher", "digital-schools", "digital-community-centres", "citizen"];
        return
        [
            .. ids.SelectMany(id =>
            {
                var (least, most) = id.StartsWith("universal", StringComparison.Ordinal) || id.StartsWith("literacy", StringComparison.Ordinal) ? (95, 100) : id == "university-or-higher" ? (9, 18) : (41, 84);
                var first = dice.Between(least, most);
                return new[] { new Target(id, 2025, first), new Target(id, 2030, Math.Min(100, first + dice.Between(2, 14))) };
            }),
        ];
    }

    private static GradingSheet Sheet(Dice dice, List<string> districts, int[] all, bool plan, int year)
    {
        var lines = districts.Select((district, i) =>
        {
            var left = dice.Chance(0.8) ? 0 : dice.Between(1, 2);
            var assessed = all[i] - left;
            var average = dice.Chance(0.5) ? 0 : dice.Below(assessed / 3 + 1);
            int? failed = plan ? null : dice.Chance(0.8) ? 0 : dice.Between(1, 2);
            var fair = dice.Below(assessed - average - (failed ?? 0) + 1);
            return new GradingLine(district, all[i], assessed, assessed - average - fair - (failed ?? 0), fair, average, failed, left);
        }).ToList();
        lines.Add(new("Tổng", lines.Sum(l => l.All), lines.Sum(l => l.Assessed), lines.Sum(l => l.Good), lines.Sum(l => l.Fair), lines.Sum(l => l.Average), plan ? null : lines.Sum(l => l.Failed), lines.Sum(l => l.NotAssessed)));
        return new(plan, year, lines);
    }

    private static GradingSheet Broken(Dice dice, GradingSheet sheet)
    {
        var at = dice.Below(sheet.Lines.Count);
        var by = dice.Pick(1, 2, 10);
        var line = sheet.Lines[at];
        var changed = dice.Below(3) switch { 0 => line with { Good = line.Good + by }, 1 => line with { Fair = line.Fair + by }, _ => line with { All = line.All + by } };
        return sheet with { Lines = [.. sheet.Lines.Select((one, i) => i == at ? changed : one)] };
    }
}
