using System.CommandLine;
using System.Globalization;
using LearningSociety.App.Registers.Imports;
using LearningSociety.Cli.Stack;
using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.Cli.Commands;

/// <summary>`import`: puts a CSV file into a register, all of it or nothing.</summary>
internal static class ImportCommand
{
    public static Command Create(Repository repository, PlaceOptions where)
    {
        var register = new Argument<string>("REGISTER") { Description = "units, offices, measures, recognitions or receipts." };
        var file = new Argument<string>("FILE") { Description = "CSV in UTF-8; its columns stand in docs/imports.md." };
        var check = new Option<bool>("--check") { Description = "Only look for faults; change nothing." };
        var command = new Command("import", Texts.Import) { register, file, check };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (name, path) = (parsed.GetValue(register)!, CallersFolder.Resolve(parsed.GetValue(file)!));
            if (!File.Exists(path)) throw new SentenceException($"There is no file {path}.", 2);
            ImportOutcome? outcome = null;
            await RegisterCommands.OnStorageAsync(repository, where.Read(parsed), async options =>
            {
                await using var services = StatisticsCommand.ServicesOf(options);
                await using var content = File.OpenRead(path);
                var imports = services.GetRequiredService<RegisterImports>();
                outcome = await imports.RunAsync(name, content, parsed.GetValue(check), cancellationToken)
                    ?? throw new SentenceException($"There is no register {name}; there are {string.Join(", ", imports.All.Keys)}.", 2);
            }, cancellationToken);
            Tell(outcome!, parsed.GetValue(check));
            return outcome!.IsTaken ? 0 : 1;
        });
        return command;
    }

    private static void Tell(ImportOutcome outcome, bool checkOnly)
    {
        foreach (var fault in outcome.Faults)
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{(fault.Row > 0 ? $"Dòng {fault.Row}" : "Cả tệp")}{(fault.Column.Length > 0 ? $", cột {fault.Column}" : "")}: {fault.Message}"));
        foreach (var note in outcome.Notes) Console.Error.WriteLine($"Lưu ý: {note}");
        Console.WriteLine(!outcome.IsTaken
            ? $"{outcome.FaultCount} faults; nothing was imported."
            : $"{(checkOnly ? "Nothing wrong. It would be" : "Imported")}: {outcome.Rows} rows, {outcome.Added} new, {outcome.Changed} changed, {outcome.Removed} taken away.");
    }
}
