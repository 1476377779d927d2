using LearningSociety.Reading;

var (command, folder) = (args.ElementAtOrDefault(0), args.ElementAtOrDefault(1));
string? Value(string name) => Array.IndexOf(args, name) is var at and > 1 ? args.ElementAtOrDefault(at + 1) : null;
if (command is not ("text" or "calibration" or "worst") || folder is null || !Directory.Exists(folder))
{
    Console.Error.WriteLine("usage: text|calibration|worst DIR [--quality NAME] [--cache DIR]");
    return 2;
}

var pages = await new Reader(folder, Value("--cache") ?? Path.Combine(Path.GetTempPath(), "learning-society-readings")).PagesAsync(Value("--quality"));
foreach (var line in command switch { "text" => Reports.Text(pages), "calibration" => Reports.Calibration(pages), _ => Reports.Worst(pages, 20) }) Console.WriteLine(line);
return 0;
