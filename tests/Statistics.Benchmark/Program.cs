using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using LearningSociety.App.Registers;
using LearningSociety.App.Statistics;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Places;
using LearningSociety.Statistics.Benchmark;
using Microsoft.Extensions.DependencyInjection;

// Loads a country in simulation and measures what its dashboard, its exports and a rebuild take; prints Markdown.
// dotnet run -c Release --project tests/Statistics.Benchmark -- [--scale 1] [--times 200]
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
double scale = double.Parse(Option("--scale", "1"), CultureInfo.InvariantCulture);
int times = int.Parse(Option("--times", "200"), CultureInfo.InvariantCulture);

await using var site = await Site.StartAsync();
var services = site.Services;
var (rebuild, store) = (services.GetRequiredService<StatisticsRebuild>(), services.GetRequiredService<StatisticsStore>());
var loading = new Loading(services.GetRequiredService<StoragePlaces>(), rebuild);
await services.GetRequiredService<IUnitBook>().ReplaceAsync(Country.Units, default);
var clock = Stopwatch.StartNew();
var country = new Country(scale);
var dossiers = await loading.LoadAsync(country);
await services.GetRequiredService<RecognitionBook>().ChangeAsync(_ => [.. country.Recognitions()], default);
var indicators = services.GetRequiredService<Catalogue>().Indicators.Select(indicator => indicator.Id).ToArray();
for (var one = Country.FirstYear; one <= Country.LastYear; one++)
{
    var measures = Country.Measures(one, indicators).ToImmutableArray();
    await services.GetRequiredService<MeasureBook>().ChangeAsync(one, _ => measures, default);
}

Console.WriteLine($"## A country at scale {scale}: {dossiers:N0} dossiers, {dossiers * 15:N0} results, {Country.Provinces} provinces, {Country.Communes:N0} communes, ten years\n");
Console.WriteLine($"Loaded with its roll-ups in {clock.Elapsed.TotalSeconds:0} s.\n");

Console.WriteLine(Measurements.Head);
var dice = new Random(1);
foreach (var (name, address) in Questions())
{
    var measured = new Measurements(name);
    for (var i = 0; i < times + 10; i++)
    {
        var question = address();
        if (i < 10) await AskAsync(question);
        else await measured.TakeAsync(() => AskAsync(question));
    }

    Console.WriteLine(measured);
}

// A year of a large province, the same at every scale: 75,000 rows.
const string large = "t99";
var year = new ProvinceYear(large, Country.LastYear);
await loading.LoadAsync(year, Enumerable.Range(0, 5_000).Select(n => Country.Fact($"lon-{n}", $"Đơn vị lớn {n}", new(large), Country.LastYear)));
Console.WriteLine("\n| measure | value |\n|---|---|");
for (var round = 0; round < 3; round++)
{
    GC.Collect();
    var (before, peak, rows) = (GC.GetTotalMemory(forceFullCollection: true), 0L, 0);
    clock.Restart();
    await using var csv = await site.Client.GetStreamAsync($"api/statistics/records?province={large}&year={Country.LastYear}&format=csv");
    var buffer = new byte[1 << 16];
    for (int read; (read = await csv.ReadAsync(buffer)) > 0;)
    {
        rows += buffer.AsSpan(0, read).Count((byte)'\n');
        peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
    }

    Console.WriteLine($"| CSV of a province's year, {rows - 1:N0} rows | {(rows - 1) / clock.Elapsed.TotalSeconds:N0} rows/s; managed memory grew by at most {(peak - before) >> 20} MB, garbage included |");
}

var province = Enumerable.Range(Country.FirstYear, 10).Select(one => new ProvinceYear(Country.Province(0), one)).ToArray();
foreach (var at in province) await loading.ForgetRollUpsAsync(at);
clock.Restart();
var rebuilt = 0;
foreach (var at in province) rebuilt += await rebuild.RollUpAsync(at, default);
Console.WriteLine($"| rebuild of a province's roll-ups, ten years, {rebuilt:N0} rows, all missing | {clock.Elapsed.TotalSeconds:0.0} s |");
clock.Restart();
foreach (var at in province) await rebuild.RollUpAsync(at, default);
Console.WriteLine($"| the same, nothing wrong | {clock.Elapsed.TotalSeconds:0.0} s |");

var coming = Enumerable.Range(0, 500).Select(n => Country.Fact($"moi-{n}", $"Đơn vị mới {n}", new(Country.Province(1), null, Country.Commune(1)), Country.LastYear)).ToArray();
clock.Restart();
await Task.WhenAll(coming.Select(fact => store.PutAsync(fact, default)));
Console.WriteLine($"| 500 dossiers of one commune counted at once | {500 / clock.Elapsed.TotalSeconds:0} dossiers/s |");
return 0;

string Option(string name, string usual) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : usual;

(string Name, Func<string> Address)[] Questions() =>
[
    ("results by commune", () => $"results?province={AnyProvince()}&year={AnyYear()}&kind={Country.Kind}&by=commune"),
    ("results of the country by province", () => $"results?year={AnyYear()}&kind={Country.Kind}"),
    ("trend of a province, ten years", () => $"trend?province={AnyProvince()}&kind={Country.Kind}&from={Country.FirstYear}&to={Country.LastYear}"),
    ("trend of a commune, ten years", () => Communal(commune => $"trend?{commune}&kind={Country.Kind}&from={Country.FirstYear}&to={Country.LastYear}")),
    ("criteria of a province", () => $"criteria?province={AnyProvince()}&year={AnyYear()}&kind={Country.Kind}"),
    ("criteria of a commune", () => Communal(commune => $"criteria?{commune}&year={AnyYear()}&kind={Country.Kind}")),
    ("targets of a province", () => $"targets?province={AnyProvince()}&year={AnyYear()}"),
    ("targets of a commune", () => Communal(commune => $"targets?{commune}&year={AnyYear()}")),
    ("recognitions of a province", () => $"recognitions?province={AnyProvince()}&on={AnyYear()}-06-30"),
    ("communes at level 2 of a province", () => $"commune-levels?province={AnyProvince()}&on={AnyYear()}-06-30"),
    ("reports due of a province", () => $"reports-due?province={AnyProvince()}&report=unit-dossier&year={AnyYear()}&on={Country.LastYear + 1}-02-01"),
    ("units of a province", () => $"places?province={AnyProvince()}&on={AnyYear()}-12-31"),
    ("dossiers behind a figure, first 20", () => $"dossiers?province={AnyProvince()}&year={AnyYear()}&kind={Country.Kind}&result=level-2&pageSize=20"),
];

string AnyProvince() => Country.Province(dice.Next(Country.Provinces));

int AnyYear() => dice.Next(Country.FirstYear, Country.LastYear + 1);

string Communal(Func<string, string> address)
{
    var commune = dice.Next(Country.Communes);
    return address($"province={Country.Province(commune % Country.Provinces)}&place={Country.Commune(commune)}");
}

async Task<int> AskAsync(string question)
{
    var answer = await site.Client.GetAsync($"api/statistics/{question}");
    answer.EnsureSuccessStatusCode();
    return (await answer.Content.ReadAsByteArrayAsync()).Length;
}
