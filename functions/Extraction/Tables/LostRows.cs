using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables;

/// <summary>
/// Finds rows of a criterion table that stand on the page but in no table that was found: a last row cut off by a lost line would
/// otherwise be missed without a trace.
/// </summary>
internal static class LostRows
{
    private const double SureLabel = 0.9;
    private const double LeftOf = 0.03;
    private const double RightOf = 0.25;

    /// <summary>The rows, with a doubt and without a result.</summary>
    /// <param name="sheets">The form's pages.</param>
    /// <param name="rows">The rows that were read.</param>
    public static IEnumerable<CriterionRow> Find(IEnumerable<Sheet> sheets, ImmutableArray<CriterionRow> rows)
    {
        var pages = sheets.ToList();
        var known = rows.Select(row => (row.Criterion, row.Indicator)).ToHashSet();
        foreach (var sheet in pages.Where(sheet => !sheet.Tables.IsEmpty))
        {
            foreach (var row in sheet.ProseRows)
            {
                var label = RowLabel.Read([new TextRun(row.Words).Raw], "");
                if (label.Certainty < SureLabel || !IsBeside(sheet, row.Box) || (NumberOf(label) ?? NextOf(RowLabel.Read([row.Words[0].Text], ""), sheet, row.Box, pages, rows)) is not { } number || !known.Add(number)) continue;
                yield return new(number.Criterion, number.Indicator, row.Text, "", null, null, null, sheet.At(row.Box), sheet.At(row.Box), "dòng này nằm ngoài phần bảng đọc được");
            }
        }
    }

    private static (int Criterion, int? Indicator)? NumberOf(RowLabel label) => label switch
    {
        { Kind: LabelKind.Dotted or LabelKind.Indicator, Of: > 0 } => (label.Of, label.Number),
        { Kind: LabelKind.Criterion } => (label.Number, null),
        _ => null,
    };

    // A plain "2" or "a)" is a row's only where nothing else can stand: below a table that goes on over the page.
    private static (int Criterion, int? Indicator)? NextOf(RowLabel label, Sheet sheet, PageBox box, List<Sheet> pages, ImmutableArray<CriterionRow> rows)
    {
        if (label.Kind is not (LabelKind.Plain or LabelKind.Letter) || box.Top < sheet.Tables.Max(table => table.Box.Bottom) - LeftOf) return null;
        if (!pages.SkipWhile(page => page != sheet).Skip(1).Any(page => !page.Tables.IsEmpty)) return null;
        var before = rows.LastOrDefault(row => row.Place is { } place && place.File == sheet.File && place.Page == sheet.Number);
        return before is not null && label.Number == (before.Indicator ?? 0) + 1 ? (before.Criterion, label.Number) : null;
    }

    private static bool IsBeside(Sheet sheet, PageBox box) => sheet.Tables.Any(table =>
        box.Left > table.Box.Left - LeftOf && box.Left < table.Box.Left + RightOf && (box.Top >= table.Box.Bottom - LeftOf || box.Bottom <= table.Box.Top + LeftOf));
}
