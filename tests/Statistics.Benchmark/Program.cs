using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LearningSociety.Statistics.Benchmark;

// Loads countries in simulation, one scale after the other, and measures what their dashboards, exports and rebuilds take; prints one table in Markdown.
// dotnet run -c Release --project tests/Statistics.Benchmark -- [--scales 0.1,1,10] [--times 200] [--whole 34] [--store ordered|azurite] [--out FOLDER]
// Of provinces beyond --whole, plans and what follows from dossiers are loaded, and not the dossiers. Figures of a scale are kept in FOLDER; those of scales that are not asked for are taken from there (--scales "" asks for none).
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string store = Option("--store", "ordered");
if (store is not ("ordered" or "azurite")) throw new ArgumentException($"--store {store}: ordered or azurite.");
string folder = Directory.CreateDirectory(Option("--out", Path.Combine(Path.GetTempPath(), $"statistics-benchmark-{store}"))).FullName;

if (Option("--scale", "") is { Length: > 0 } one)
{
    await using var site = await Site.StartAsync();
    var result = await new ScaleRun(site, double.Parse(one, CultureInfo.InvariantCulture), Number("--whole", "34"), Number("--times", "200")).RunAsync();
    await File.WriteAllTextAsync(FileOf(one), JsonSerializer.Serialize(result));
    return 0;
}

// A process a scale, so that one does not live in the memory of the one before.
foreach (var scale in Option("--scales", "0.1,1,10").Split(',', StringSplitOptions.RemoveEmptyEntries))
{
    var start = new ProcessStartInfo("dotnet", [typeof(ScaleRun).Assembly.Location, "--scale", scale, "--times", Option("--times", "200"), "--whole", Option("--whole", "34"), "--store", store, "--out", folder]);
    start.Environment["NODE_OPTIONS"] = store == "ordered" ? $"--max-old-space-size=11000 --require {Path.Combine(AppContext.BaseDirectory, "ordered.cjs")}" : "--max-old-space-size=11000";
    using var run = Process.Start(start)!;
    await run.WaitForExitAsync();
    if (run.ExitCode != 0) Console.WriteLine($"Scale {scale} ended with {run.ExitCode}.");
}

var results = Directory.EnumerateFiles(folder, "scale-*.json").Select(file => JsonSerializer.Deserialize<ScaleResult>(File.ReadAllText(file))!).OrderBy(result => result.Scale).ToArray();
Console.WriteLine($"| {(store == "ordered" ? "Azurite in the order of its keys" : "Azurite as it is")}: median / p95 ms (least; requests to the table; KB) | {string.Join(" | ", results.Select(result => $"scale {result.Scale}"))} |");
Console.WriteLine($"|---|{string.Concat(results.Select(_ => "---|"))}");
foreach (var name in results.SelectMany(result => result.Timings).Select(timing => timing.Name).Distinct())
    Print(name, result => result.Timings.FirstOrDefault(timing => timing.Name == name) is { } timing ? $"{timing.Median:0} / {timing.P95:0} ({timing.Least:0.0}; {timing.Requests:0}; {timing.Kilobytes:0})" : "");
foreach (var name in results.SelectMany(result => result.Figures).Select(figure => figure.Name).Distinct())
    Print(name, result => result.Figures.FirstOrDefault(figure => figure.Name == name)?.Value ?? "");
return 0;

void Print(string name, Func<ScaleResult, string> cell) => Console.WriteLine($"| {name} | {string.Join(" | ", results.Select(cell))} |");

string FileOf(string scale) => Path.Combine(folder, $"scale-{scale}.json");

int Number(string name, string usual) => int.Parse(Option(name, usual), CultureInfo.InvariantCulture);

string Option(string name, string usual) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : usual;
