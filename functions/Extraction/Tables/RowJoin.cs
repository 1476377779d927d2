using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Tables;

/// <summary>Joins two pieces of one row, cut by the end of the page or by a line that is none.</summary>
internal static class RowJoin
{
    private const double Noise = 0.7;
    private static readonly string[] LabelWords = ["chi tieu", "tieu chi", "chi", "tieu", "ct", "tc"];

    /// <summary>
    /// The lines with those joined that the end of the page cut: the label, "Chỉ tiêu" above and "3.1" without a result below, or the
    /// office's words, whose rest stands alone below but for ink that is hardly a result.
    /// </summary>
    public static IReadOnlyList<TableLine> AcrossPages(IReadOnlyList<TableLine> lines)
    {
        var joined = new List<TableLine>();
        foreach (var line in lines)
        {
            var isRest = line is { MayContinue: true, Result.IsBlank: true, Label.Kind: LabelKind.Dotted or LabelKind.Plain } && joined.Count > 0
                && joined[^1].Label.Kind == LabelKind.None && LabelWords.Contains(VietnameseText.Words(joined[^1].LabelText));
            if (isRest) joined[^1] = Join(joined[^1], line) with { Label = RowLabel.Read([$"{joined[^1].LabelText} {line.LabelText}"], "") };
            else if (joined.Count > 0 && IsRestOfSummary(line, joined[^1])) joined[^1] = Join(joined[^1], line);
            else joined.Add(line);
        }

        return joined;
    }

    private static bool IsRestOfSummary(TableLine line, TableLine before) =>
        line is { MayContinue: true, Label.Kind: LabelKind.None, HasLabelInk: false, IsMerged: false, Text.Length: 0, Summary.Length: > 0, Result: { Doubt: null, Result: { } read } }
        && read.Confidence.Value < Noise && before is { Summary.Length: > 0, Result.Result: not null };

    /// <summary>The row as one: its result stands in either piece.</summary>
    public static TableLine Join(TableLine upper, TableLine lower) => upper with
    {
        IsCut = upper.IsCut || upper.Place.Page != lower.Place.Page,
        Text = $"{upper.Text} {lower.Text}".Trim(),
        Summary = $"{upper.Summary} {lower.Summary}".Trim(),
        // Where the upper page's result was not found, a blank on the lower one says nothing.
        Result = upper.Result.Place is null && lower.Result.IsBlank && upper.Place.Page != lower.Place.Page ? upper.Result
            : upper.Result.IsBlank && lower.Result.Place is not null && (!lower.Result.IsBlank || upper.Result.Place is null) ? lower.Result : upper.Result,
        Score = upper.Score ?? lower.Score,
        MaxScore = upper.MaxScore ?? lower.MaxScore,
        Place = upper.Place.Page == lower.Place.Page && upper.Place.File == lower.Place.File
            ? new Place(upper.Place.File, upper.Place.Page, PageBox.Around(new[] { upper.Place.Box, lower.Place.Box }.OfType<PageBox>()))
            : upper.Place,
    };
}
