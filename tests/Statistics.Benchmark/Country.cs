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
/// and 15 results in each. Everything follows from numbers, so that two runs load the same.
/// </summary>
internal sealed class Country(double scale)
{
    public const int Provinces = 34;
    public const int Communes = 3_321;
    public const int FirstYear = 2016;
    public const int LastYear = 2025;
    public const string Kind = "unit-request";

    private const int UnitsOfCommune = 5;
    private const int Criteria = 3;
    private const int Indicators = 4;

    /// <summary>The administrative units.</summary>
    public static UnitRegister Units { get; } = new(
    [
        .. Enumerable.Range(0, Provinces).Select(p => new AdministrativeUnit(Province(p), $"Tỉnh {p + 1}", UnitTier.Province, null, null, null, [])),
        .. Enumerable.Range(0, Communes).Select(c => new AdministrativeUnit(Commune(c), $"Xã {c + 1}", UnitTier.Commune, Province(c % Provinces), null, null, [])),
    ]);

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
    public IEnumerable<DossierFact> Facts(int province, int year) => Offices(province).Select(office => Fact(office.Slug, office.Name, new(office.Province, null, office.Unit), year));

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
