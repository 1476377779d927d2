using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.App.Web.Markup;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Review;

/// <summary>
/// Marks a piece of the report's text as being about a place on a page. The viewer reads these marks from the document itself
/// and draws the boxes, so text and boxes cannot disagree; without script the link beside it opens the original at that page.
/// </summary>
internal static class Spot
{
    /// <summary>The attributes of an element that is about a place; nothing when the file or page is unknown.</summary>
    internal static Html Attributes(string? file, int? page, ImmutableArray<double>? box, string tone, string label)
    {
        if (file is null || page is not { } number) return Html.Empty;
        var corners = box is { Length: 4 } known ? string.Join(',', known.Select(value => value.ToString("0.####", CultureInfo.InvariantCulture))) : "";
        return Html.Of($""" data-file="{file}" data-page="{number}" data-box="{corners}" data-tone="{tone}" data-label="{label}" """);
    }

    /// <summary>A link to the page in the original; nothing when the file is unknown.</summary>
    internal static Html Link(ReportDossier dossier, string? file, int? page, string? words = null) => Html.When(file is not null, () => Html.Of(
        $"""<a class="goto" href="{Original(dossier.Id, file!)}{(page is { } number ? $"#page={number}" : "")}"{Html.When(words is not null && page is not null, () => Html.Of($""" title="trang {page!.Value}" """))}>{words ?? (page is { } shown ? $"trang {shown}" : "mở tệp")}</a>"""));

    /// <summary>The address of an original.</summary>
    internal static string Original(string dossier, string file) => $"/api/dossiers/{dossier}/documents/{Uri.EscapeDataString(file)}";
}
