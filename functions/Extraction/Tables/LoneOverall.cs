using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Tables;

/// <summary>
/// Finds the overall row where it stands outside every table that was found: alone on the next page, or cut off below the last line.
/// </summary>
internal static class LoneOverall
{
    private const double Below = 0.06;
    private const int FirstRows = 3;
    private const double Outside = 0.95;

    /// <summary>The row, with its result in words or its tick under one of the columns; null when there is none.</summary>
    /// <param name="sheets">The form's pages.</param>
    /// <param name="columns">The columns of the table before it.</param>
    /// <param name="words">The scheme's words.</param>
    public static TableLine? Find(IReadOnlyList<Sheet> sheets, TableColumns columns, ResultWords words)
    {
        var last = sheets.ToList().FindLastIndex(sheet => !sheet.Tables.IsEmpty);
        if (last < 0) return null;
        var bottom = sheets[last].Tables.Max(table => table.Box.Bottom);
        var below = sheets[last].ProseRows.Where(row => row.Box.Top > bottom - 0.01 && row.Box.Top < bottom + Below).Select(row => (Sheet: sheets[last], Row: row));
        var next = last + 1 < sheets.Count ? sheets[last + 1].ProseRows.Where(row => row.Key.Any(char.IsLetter)).Take(FirstRows).Select(row => (Sheet: sheets[last + 1], Row: row)) : [];
        return below.Concat(next).Select(pair => Read(pair.Sheet, pair.Row, columns, words)).OfType<TableLine>().FirstOrDefault();
    }

    private static TableLine? Read(Sheet sheet, TextRow row, TableColumns columns, ResultWords words)
    {
        for (var from = row.Words.Length - 1; from > 0; from--)
        {
            var (label, tail) = (new TextRow(row.Words[..from]), new Quote(row.Words[from..]));
            if (RowLabel.Read([label.Text], "").Kind != LabelKind.Overall) continue;
            if (words.Understand(tail.Raw) is { Certainty: >= 1 } meaning && tail.Words[0].Box.Left - label.Box.Right > label.Words[^1].Box.Height)
                return Line(sheet, row, label, new(tail.As(meaning.Result, Outside), tail.Place, null));
            if (tail.Words.Length == 1 && Ticked(sheet, tail.Words[0], columns) is { } ticked) return Line(sheet, row, label, ticked);
        }

        return null;
    }

    private static CellResult? Ticked(Sheet sheet, PlacedWord word, TableColumns columns)
    {
        var cell = new LayoutCell(0, 0, 1, 1, word.Text, word.Confidence, word.Box);
        if (TickCell.Read(sheet, cell) is not { IsTicked: true } tick || columns.Under(cell, columns.Table, columns.Columns.Length) is not [{ Role: ColumnRole.Tick, Result: { } result }]) return null;
        var place = sheet.At(word.Box);
        return new(new(result, new(tick.Certainty * Outside), place, word.Text), place, null);
    }

    private static TableLine Line(Sheet sheet, TextRow row, TextRow label, CellResult result) => new()
    {
        Label = new(LabelKind.Overall, 0, 0, 1),
        LabelText = label.Text,
        HasLabelInk = true,
        IsMerged = false,
        MayContinue = false,
        Text = label.Text,
        Summary = "",
        Result = result,
        Place = sheet.At(row.Box),
    };
}
