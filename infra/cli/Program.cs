using System.CommandLine;
using LearningSociety.Cli.Client;
using LearningSociety.Cli.Commands;
using LearningSociety.Cli.Stack;
using Spectre.Console;

if (Repository.Find() is not { } repository)
{
    Console.Error.WriteLine("This program belongs to a checkout of the repository: start it through ./run.sh there.");
    return 1;
}

// In a file or a pipe nobody wants colour codes, and lines may be as long as they are.
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Capabilities.Ansi = false;
    AnsiConsole.Profile.Capabilities.Interactive = false;
    AnsiConsole.Profile.Width = 140;
}

var once = new Option<bool>("--once") { Description = Texts.Once };
var place = new PlaceOptions(repository);
var root = new RootCommand(Texts.Root)
{
    once, place.Port, place.StoragePort, place.Data,
    ProcessCommand.Create(repository), RegisterCommands.Key(repository, place), RegisterCommands.Reader(repository, place), RegisterCommands.Office(repository, place),
    ImportCommand.Create(repository, place), StatisticsCommand.Create(repository, place),
};
root.SetAction((parsed, cancellationToken) => ServeCommand.RunAsync(repository, place.Read(parsed), parsed.GetValue(once), cancellationToken));

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    // The parser may spread its sentence over lines; people get one.
    Console.Error.WriteLine(string.Join(' ', parsed.Errors[0].Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) + " See ./run.sh --help.");
    return 2;
}

try
{
    // Ctrl+C and SIGTERM cancel the command, which then stops what it started; long enough for Azurite to write everything down.
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
}
catch (SentenceException fault)
{
    Console.Error.WriteLine(fault.Message);
    return fault.ExitStatus;
}
catch (Exception fault) when (fault is AppAnswerException or HttpRequestException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
