using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Findings;

namespace LearningSociety.Domain.Reporting;

/// <summary>Makes a finding's sentence from the catalogue: the code's, or the one for its situation, with the finding's values in place.</summary>
public static partial class MessageCatalogue
{
    /// <summary>Placeholders that every finding fills: the form's name, where it is, its file, page, row and column.</summary>
    public static ImmutableArray<string> Common { get; } = ["form", "where", "file", "page", "row", "column"];

    /// <summary>The key of the sentence for a finding: "code.variant" where the catalogue has it, else "code".</summary>
    public static string KeyOf(Finding finding, Catalogue catalogue)
    {
        var code = WireName.Of(finding.Code);
        return finding.Variant is { } variant && catalogue.Messages.ContainsKey($"{code}.{variant}") ? $"{code}.{variant}" : code;
    }

    /// <summary>The sentence for people. A placeholder without a value is left out; a code without a sentence is named by its label.</summary>
    public static string Sentence(Finding finding, Catalogue catalogue)
    {
        var key = KeyOf(finding, catalogue);
        var template = catalogue.Messages.GetValueOrDefault(key) ?? catalogue.Labels.GetValueOrDefault("finding." + WireName.Of(finding.Code), WireName.Of(finding.Code));
        var sentence = Placeholder().Replace(template, match => Value(match.Groups[1].Value, finding, catalogue));
        sentence = EmptyBrackets().Replace(sentence, "").Trim();
        return sentence.Length > 0 ? char.ToUpperInvariant(sentence[0]) + sentence[1..] : sentence;
    }

    /// <summary>The names of the placeholders in a sentence.</summary>
    public static IEnumerable<string> Placeholders(string template) => Placeholder().Matches(template).Select(match => match.Groups[1].Value);

    private static string Value(string name, Finding finding, Catalogue catalogue) => finding.Facts.TryGetValue(name, out var fact) ? fact : name switch
    {
        "form" => FormName(finding.Form, catalogue),
        "where" => Where(finding),
        "file" => finding.File ?? "",
        "page" => finding.Page?.ToString(CultureInfo.InvariantCulture) ?? "",
        "row" => finding.Row ?? "",
        "column" => finding.Column ?? "",
        _ => "",
    };

    private static string FormName(string? id, Catalogue catalogue) =>
        id is null ? "văn bản" : catalogue.Form(id)?.Name ?? catalogue.Labels.GetValueOrDefault("form." + id, id);

    private static string Where(Finding finding) => finding switch
    {
        { File: null } => "",
        { Page: null } => $"tệp {finding.File}",
        _ => string.Create(CultureInfo.InvariantCulture, $"tệp {finding.File}, trang {finding.Page}"),
    };

    [GeneratedRegex(@"\{([A-Za-z]+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@" ?\(\)")]
    private static partial Regex EmptyBrackets();
}
