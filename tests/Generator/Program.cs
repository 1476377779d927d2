using LearningSociety.Generator;
using LearningSociety.Generator.Printing;

if (Options.Read(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

await using var printer = await Printer.StartAsync();
var maker = new DossierMaker(options, printer);
for (var index = options.First; index < options.First + options.Count; index++)
{
    var facts = await maker.MakeAsync(index);
    Console.WriteLine($"{facts.Name}: {string.Join(", ", facts.Findings.Select(finding => finding.Code).DefaultIfEmpty("in order"))}");
}

return 0;
