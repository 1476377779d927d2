using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.Extraction.Tables;

/// <summary>Tells by what stands in the columns which of them are ticked, where a head that was read badly says otherwise.</summary>
internal static class TickedColumns
{
    private const int Fewest = 2;
    private const int LongestTick = 2;
    private const int LongestStroke = 3;
    private const double Surely = 0.9;

    /// <summary>Gives such columns their roles.</summary>
    public static void Settle(List<TableColumn> columns, Grid grid, int headRows, ResultWords words)
    {
        var filled = Enumerable.Range(headRows, Math.Max(0, grid.Rows - headRows)).SelectMany(row => grid.Starting(row)).Where(cell => cell.ColumnSpan == 1 && cell.Text.Any(letter => char.IsLetterOrDigit(letter) || Ticks.Signs.Contains(letter, StringComparison.Ordinal))).ToLookup(cell => cell.Column);

        // A head that seems to span the results spans one column more: in that one things are written.
        for (var at = 0; at < columns.Count; at++)
            if (columns[at] is { Role: ColumnRole.Tick, Result: null } && filled[at].Count() >= Fewest && filled[at].All(cell => Grid.KeyOf(cell).Length > LongestStroke && !Ticks.IsMarked(cell))) columns[at] = columns[at] with { Role = ColumnRole.Other };

        // Several columns "Kết quả" side by side that hold nothing but ticks.
        var ticked = Enumerable.Range(0, columns.Count).Where(at => columns[at].Role == ColumnRole.Words && filled[at].All(cell => IsTick(cell, words))).ToList();
        if (ticked.Count < Fewest || ticked.Sum(at => filled[at].Count()) < Fewest) return;
        Result? Named(int at) => LastNamed(string.Join(' ', grid.HeadOf(at, headRows).Where(head => Grid.KeyOf(head).Length > 1).Select(Grid.TextOf)), words);
        ticked.AddRange(Enumerable.Range(0, columns.Count).Where(at => columns[at].Role == ColumnRole.Other && filled[at].All(cell => IsTick(cell, words)) && Named(at) is not null).ToList());
        foreach (var at in ticked) columns[at] = columns[at] with { Role = ColumnRole.Tick, Result = Named(at) };
    }

    // "định Mức độ 2": the head over all results ran into that of one.
    private static Result? LastNamed(string head, ResultWords words)
    {
        var parts = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, parts.Length).Select(from => words.Understand(string.Join(' ', parts[from..]))).FirstOrDefault(meaning => meaning is { Certainty: >= Surely })?.Result;
    }

    private static bool IsTick(LayoutCell cell, ResultWords words) => Ticks.IsMarked(cell) || (Grid.KeyOf(cell).Length <= LongestTick && words.Understand(Grid.TextOf(cell)) is null);
}
