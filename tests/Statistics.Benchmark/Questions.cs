namespace LearningSociety.Statistics.Benchmark;

/// <summary>All that the dashboard asks, of places and years by chance; the same ones in every run.</summary>
internal sealed class Questions(Country country)
{
    private readonly Random dice = new(1);

    /// <summary>The questions: their names, and what makes the address of one.</summary>
    public (string Name, Func<string> Address)[] All =>
    [
        ("results by commune", () => Query($"results?province={Province()}&year={Year()}&kind={Country.Kind}&by=commune&pageSize=5000")),
        ("results of the country by province", () => Query($"results?year={Year()}&kind={Country.Kind}")),
        ("trend of a province, ten years", () => Query($"trend?province={Province()}&kind={Country.Kind}&from={Country.FirstYear}&to={Country.LastYear}")),
        ("trend of a commune, ten years", () => Query($"trend?{Commune()}&kind={Country.Kind}&from={Country.FirstYear}&to={Country.LastYear}")),
        ("gradings; plan against result", () => Query($"gradings?province={Province()}&year={Year()}")),
        ("targets of a province", () => Query($"targets?province={Province()}&year={Year()}")),
        ("targets of a commune", () => Query($"targets?{Commune()}&year={Year()}")),
        ("criteria of a province", () => Query($"criteria?province={Province()}&year={Year()}&kind={Country.Kind}")),
        ("criteria of a commune", () => Query($"criteria?{Commune()}&year={Year()}&kind={Country.Kind}")),
        ("reports due, by commune", () => Query($"reports-by-place?{Report()}&province={Province()}&by=commune&pageSize=5000")),
        ("reports due, who of a commune", () => Query($"reports-due?{Report()}&{Commune()}")),
        ("reports due, who is missing in a province, first 100", () => Query($"reports-due?{Report()}&province={Province()}&state=missing&pageSize=100")),
        ("recognitions of a province, first 100", () => Query($"recognitions?province={Province()}&on={Year()}-06-30&pageSize=100")),
        ("recognitions of a commune", () => Query($"recognitions?{Commune()}&on={Year()}-06-30")),
        ("communes at level 2 of a province", () => Query($"commune-levels?province={Province()}&on={Year()}-06-30")),
        ("units of a province", () => Query($"places?province={Province()}&on={Year()}-12-31&pageSize=5000")),
        ("dossiers behind a figure of a province, first 100", () => Query($"dossiers?province={Whole()}&year={Year()}&kind={Country.Kind}&result=level-2&pageSize=100")),
        ("dossiers behind a figure of a commune", () => Query($"dossiers?{CommuneOfWhole()}&year={Year()}&kind={Country.Kind}&result=level-2&pageSize=100")),
        ("the page itself", () => $"statistics?province={Province()}&year={Year()}"),
    ];

    private static string Query(string question) => $"api/statistics/{question}";

    private string Province() => Country.Province(dice.Next(Country.Provinces));

    private int Year() => dice.Next(Country.FirstYear, Country.LastYear + 1);

    private string Report() => $"report=unit-dossier&year={Year()}&on={Country.LastYear + 1}-02-01";

    private string Whole() => Country.Province(dice.Next(country.WholeProvinces));

    private string CommuneOfWhole() => Of((dice.Next(Country.Communes / Country.Provinces) * Country.Provinces) + dice.Next(country.WholeProvinces));

    private string Commune() => Of(dice.Next(Country.Communes));

    private static string Of(int commune) =>
        $"province={Country.Province(commune % Country.Provinces)}&place={Country.Commune(commune)}";
}
