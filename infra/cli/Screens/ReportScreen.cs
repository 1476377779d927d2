using System.Globalization;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Reporting;
using Spectre.Console;

namespace LearningSociety.Cli.Screens;

/// <summary>A report as a readable table in Vietnamese.</summary>
public static class ReportScreen
{
    /// <summary>Prints the report: forms with file and pages and signature, then what is missing, contradicts or is in doubt.</summary>
    public static void Print(DossierReport report, Catalogue catalogue)
    {
        var dossier = report.Dossier;
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Rule(Markup.Escape($"{dossier.OfficeName} · {catalogue.Kind(dossier.Kind)?.Name ?? dossier.Kind} · {dossier.Year}")).LeftJustified());
        AnsiConsole.MarkupLine($"[bold {Colour(report.Verdict)}]{Markup.Escape(Label(catalogue, "verdict", Name(report.Verdict)))}[/]");

        var forms = new Table().Border(TableBorder.Rounded).AddColumns("Biểu mẫu", "Tệp", "Trang", "Chữ ký");
        foreach (var document in report.Documents)
        {
            forms.AddRow(
                new Text(catalogue.Form(document.Form)?.Name ?? Label(catalogue, "form", document.Form)),
                new Text(document.File),
                new Text(string.Join(", ", document.Pages.Select(page => page.ToString(CultureInfo.InvariantCulture)))),
                new Text(Label(catalogue, "signature", Name(document.Signature.State))));
        }

        AnsiConsole.Write(forms);
        foreach (var finding in report.Findings)
            AnsiConsole.MarkupLine($"  [{Colour(finding.Severity)}]{Mark(finding.Severity)}[/] {Markup.Escape(finding.Message)}");
        if (report.Assessment.Declared is { } declared)
            AnsiConsole.WriteLine($"  Tự đánh giá: {Label(catalogue, "result", Name(declared))}" +
                (report.Assessment.Computed is { } computed ? $"; theo quy tắc tính được: {Label(catalogue, "result", Name(computed))}" : ""));
    }

    private static string Label(Catalogue catalogue, string group, string key) =>
        catalogue.Labels.TryGetValue($"{group}.{key}", out var label) ? label : key;

    // The name on the wire, which labels are keyed by.
    private static string Name<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonSerializer.Serialize(value).Trim('"');

    private static string Colour(Verdict verdict) => verdict switch
    {
        Verdict.Complete => "green",
        Verdict.Doubtful => "yellow",
        _ => "red",
    };

    private static string Colour(Severity severity) => severity switch
    {
        Severity.Error => "red",
        Severity.Warning => "yellow",
        _ => "grey",
    };

    private static string Mark(Severity severity) => severity switch
    {
        Severity.Error => "✗",
        Severity.Warning => "!",
        _ => "·",
    };
}
