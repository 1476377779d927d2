namespace LearningSociety.Extraction.Tables;

/// <summary>Tells columns by what stands in them, for tables whose head is missing or could not be read.</summary>
internal static class ContentRoles
{
    private const double Most = 0.6;
    private const int Fewest = 2;
    private const int LongText = 20;

    /// <summary>Finds the column of results in words; tick columns without a head mean nothing that could be told.</summary>
    public static void Settle(List<TableColumn> columns, Grid grid, int headRows, ResultWords words)
    {
        for (var index = columns.Count - 1; index > 0; index--)
        {
            var filled = Enumerable.Range(headRows, Math.Max(0, grid.Rows - headRows)).SelectMany(row => grid.Starting(row))
                .Where(cell => cell.Column == index && cell.ColumnSpan == 1 && Grid.KeyOf(cell).Length > 0).ToList();
            if (filled.Count < Fewest || filled.Count(cell => words.Understand(Grid.TextOf(cell)) is not null) < Most * filled.Count) continue;
            columns[index] = columns[index] with { Role = ColumnRole.Words };
            if (columns.Count(column => column.Role == ColumnRole.Other) > 0) SettleTexts(columns, index);
            return;
        }
    }

    /// <summary>Of columns that hold long texts the last one is the office's words, the one before it what the row asks for.</summary>
    public static void SettleLongTexts(List<TableColumn> columns, Grid grid)
    {
        var open = Enumerable.Range(1, columns.Count - 1).Where(index => columns[index].Role == ColumnRole.Other && HoldsLongTexts(grid, index)).ToList();
        for (var at = 0; at < open.Count; at++) columns[open[at]] = columns[open[at]] with { Role = at == open.Count - 1 ? ColumnRole.Summary : ColumnRole.Text };
    }

    private static bool HoldsLongTexts(Grid grid, int column)
    {
        var texts = Enumerable.Range(0, grid.Rows).SelectMany(row => grid.Starting(row)).Where(cell => cell.Column == column && cell.ColumnSpan == 1).Select(cell => Grid.KeyOf(cell).Length).Where(length => length > 0).ToList();
        return texts.Count >= Fewest && texts.Average() > LongText;
    }

    private static void SettleTexts(List<TableColumn> columns, int result)
    {
        var open = Enumerable.Range(0, result).Where(index => columns[index].Role == ColumnRole.Other).ToList();
        ColumnRole[] usual = [ColumnRole.Label, ColumnRole.Text, ColumnRole.Summary];
        for (var at = 0; at < Math.Min(open.Count, usual.Length); at++) columns[open[at]] = columns[open[at]] with { Role = usual[at] };
    }
}
