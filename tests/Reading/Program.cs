using LearningSociety.Reading;

var (command, folder) = (args.ElementAtOrDefault(0), args.ElementAtOrDefault(1));
string? Value(string name) => Array.IndexOf(args, name) is var at and > 1 ? args.ElementAtOrDefault(at + 1) : null;
var output = Value("--out");
if (command is not ("text" or "calibration" or "worst" or "dossiers") || folder is null || !Directory.Exists(folder) || (command == "dossiers") != (output is not null))
{
    Console.Error.WriteLine("usage: text|calibration|worst DIR [--quality NAME] [--cache DIR]; dossiers DIR --out OUT [--cache DIR]");
    return 2;
}

var cache = Value("--cache") ?? Path.Combine(Path.GetTempPath(), "learning-society-readings");
if (output is not null)
{
    await using var layouts = await LayoutCache.StartAsync(cache);
    foreach (var refused in await new DossierReader(layouts).WriteAsync(folder, output)) Console.Error.WriteLine(refused);
    return 0;
}

var pages = await new Reader(folder, cache).PagesAsync(Value("--quality"));
foreach (var line in command switch { "text" => Reports.Text(pages), "calibration" => Reports.Calibration(pages), _ => Reports.Worst(pages, 20) }) Console.WriteLine(line);
return 0;
