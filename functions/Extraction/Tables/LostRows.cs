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
        var known = rows.Select(row => (row.Criterion, row.Indicator)).ToHashSet();
        foreach (var sheet in sheets.Where(sheet => !sheet.Tables.IsEmpty))
        {
            foreach (var row in sheet.ProseRows)
            {
                var label = RowLabel.Read([new TextRun(row.Words).Raw], "");
                if (label.Certainty < SureLabel || NumberOf(label) is not { } number || !IsBeside(sheet, row.Box) || !known.Add(number)) continue;
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

    private static bool IsBeside(Sheet sheet, PageBox box) => sheet.Tables.Any(table =>
        box.Left > table.Box.Left - LeftOf && box.Left < table.Box.Left + RightOf && (box.Top >= table.Box.Bottom - LeftOf || box.Bottom <= table.Box.Top + LeftOf));
}
