using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.Extraction.Tables;

/// <summary>Reads the rows of one table by its columns.</summary>
internal sealed class LineReader(ResultWords words, bool preferAppraised)
{
    // A label is short; where the numbers stand before the text, in its cell, the whole text is there.
    private const int LongestLabel = 14;

    // What a border leaves of "TỔNG HỢP" in the next column.
    private const int FewLetters = 5;

    /// <summary>The rows below the head.</summary>
    /// <param name="grid">The table.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="headRows">Rows of its head.</param>
    /// <param name="continues">True when rows of the same form stand on a page before.</param>
    public IEnumerable<TableLine> Read(Grid grid, TableColumns columns, int headRows, bool continues)
    {
        var isFirst = true;
        for (var row = headRows; row < grid.Rows; row++)
        {
            var cells = grid.Starting(row).Select(cell => (Cell: cell, Under: columns.Under(cell, grid.Box, grid.Columns))).ToImmutableArray();
            if (cells.IsEmpty) continue;
            var line = Line(grid, columns, cells, continues && isFirst);
            if (line.IsEmpty) continue;
            isFirst = false;
            yield return line;
        }
    }

    private TableLine Line(Grid grid, TableColumns columns, ImmutableArray<(LayoutCell Cell, ImmutableArray<TableColumn> Under)> cells, bool mayContinue)
    {
        // The right half of "Kết quả" may be the appraiser's; the office's own then stays aside, or the other way round.
        var hasAppraised = preferAppraised && cells.Any(pair => pair.Under.Any(column => column.IsAppraised && column.Role is ColumnRole.Words or ColumnRole.Tick or ColumnRole.Score));
        ImmutableArray<LayoutCell> In(ColumnRole role) => [.. cells.Where(pair => MainRole(pair.Under) == role && (!IsResult(role) || pair.Under[0].IsAppraised == hasAppraised)).Select(pair => pair.Cell)];
        bool IsTick(TableColumn column) => column.Role == ColumnRole.Tick && column.IsAppraised == hasAppraised;
        var labels = In(ColumnRole.Label);
        var group = string.Join(' ', In(ColumnRole.Group).Select(Grid.TextOf)).Trim();
        var texts = In(ColumnRole.Text);
        var text = string.Join(' ', texts.Select(Grid.TextOf)).Trim();
        var label = RowLabel.Read([.. labels.Select(Grid.TextOf)], text);
        var summary = string.Join(' ', In(ColumnRole.Summary).Select(Grid.TextOf)).Trim();

        if (label.Kind == LabelKind.None && text.Length <= FewLetters) label = OverallBeside(grid, cells, summary);
        var labelText = string.Join(' ', labels.Select(Grid.TextOf)).Trim();
        var ticks = cells.Where(pair => MainRole(pair.Under) == ColumnRole.Tick && pair.Under[0].IsAppraised == hasAppraised).Select(pair => (pair.Cell, pair.Under.Length == 1 ? pair.Under[0].Result : null)).ToImmutableArray();
        var byWords = ResultCells.ReadWords(grid.Sheet, In(ColumnRole.Words), words);
        var byTicks = ResultCells.ReadTicks(grid.Sheet, ticks);

        // Where the cell of a tick is missing the row is not blank but unread.
        var seen = cells.SelectMany(pair => pair.Under).Count(IsTick);
        if (byTicks.IsBlank && seen < columns.Columns.Count(IsTick)) byTicks = CellResult.Absent;
        var result = byTicks.Place is null || (byTicks.IsBlank && !byWords.IsBlank) ? byWords : byTicks;
        return new()
        {
            Label = label,
            Group = group.Length == 0 ? null : RowLabel.Read([group], ""),
            GroupText = group,
            LabelText = labelText,
            HasLabelInk = labelText.Any(char.IsLetterOrDigit) && labelText.Length <= LongestLabel,
            IsMerged = cells.Any(pair => pair.Under.Any(column => column.Role == ColumnRole.Label) && pair.Under.Any(column => column.Role is ColumnRole.Text or ColumnRole.Summary)),
            MayContinue = mayContinue,
            Text = text.Length > 0 ? text : labelText.Length > LongestLabel || texts.IsEmpty ? labelText : "",
            Summary = summary,
            Result = RowLabel.IsDouble(labelText) ? result with { Doubt = result.Doubt ?? "hai dòng của bảng bị đọc thành một" } : result,
            Score = PointCell.Read(grid.Sheet, In(ColumnRole.Score)),
            MaxScore = PointCell.Read(grid.Sheet, In(ColumnRole.MaxScore)),
            Place = grid.Sheet.At(PageBox.Around(cells.Select(pair => pair.Cell.Box))),
        };
    }

    // Where lines were not found, "TỔNG HỢP" stands in another column, or partly outside the table.
    private static RowLabel OverallBeside(Grid grid, ImmutableArray<(LayoutCell Cell, ImmutableArray<TableColumn> Under)> cells, string summary)
    {
        var results = cells.Where(pair => pair.Under[0].Role is ColumnRole.Words or ColumnRole.Tick or ColumnRole.Score).Select(pair => pair.Cell.Box).ToList();
        if (results.Count == 0) return RowLabel.None;
        var left = results.Min(box => box.Left);
        var words = grid.Sheet.Words.Where(word => word.Box.CentreX < left && word.Box.CentreY > results[0].Top && word.Box.CentreY < results[0].Bottom).Select(word => word.Text);
        return new[] { summary, string.Join(' ', words) }.Select(text => RowLabel.Read([text], "")).FirstOrDefault(label => label.Kind == LabelKind.Overall, RowLabel.None);
    }

    private static bool IsResult(ColumnRole role) => role is ColumnRole.Words or ColumnRole.Score;

    // A cell over label and text is a label; one that reaches into the result columns has the result's words.
    private static ColumnRole MainRole(ImmutableArray<TableColumn> under) =>
        under.Any(column => column.Role == ColumnRole.Label) || (under.Length > 1 && under[0].Role == ColumnRole.Group) ? ColumnRole.Label : under[0].Role;
}
