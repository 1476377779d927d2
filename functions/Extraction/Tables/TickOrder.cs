using System.Collections.Immutable;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Extraction.Tables;

/// <summary>
/// Gives tick columns whose heads could not be read their results, from the heads that could: a scheme's results stand side
/// by side in rising or falling order. When both orders fit, nothing is guessed.
/// </summary>
internal static class TickOrder
{
    /// <summary>Fills in what the order settles.</summary>
    public static void Settle(List<TableColumn> columns, ImmutableArray<Result> results)
    {
        foreach (var isAppraised in new[] { false, true })
        {
            SettleMissing(columns, results, isAppraised);
            var ticks = columns.Select((column, index) => (Column: column, Index: index)).Where(pair => pair.Column.Role == ColumnRole.Tick && pair.Column.IsAppraised == isAppraised).ToList();
            if (ticks.Count != results.Length || ticks.All(pair => pair.Column.Result is not null)) continue;
            var fitting = new[] { results, [.. results.Reverse()] }.Where(order => ticks.Select((pair, at) => pair.Column.Result is not { } known || known == order[at]).All(fits => fits)).ToList();
            if (fitting.Count != 1) continue;
            for (var at = 0; at < ticks.Count; at++) columns[ticks[at].Index] = ticks[at].Column with { Result = fitting[0][at] };
        }
    }

    // Where all results but one have their columns, a column of results in words at the place of the missing one has a head with a stroke too many.
    private static void SettleMissing(List<TableColumn> columns, ImmutableArray<Result> results, bool isAppraised)
    {
        var ticks = columns.Where(column => column is { Role: ColumnRole.Tick, Result: not null } && column.IsAppraised == isAppraised).ToList();
        var words = columns.Where(column => column.Role == ColumnRole.Words && column.IsAppraised == isAppraised).ToList();
        if (words is not [var open] || results.Except(ticks.Select(column => column.Result!.Value)).ToArray() is not [var missing] || ticks.Count != results.Length - 1) return;
        var named = columns.Where(column => column == open || ticks.Contains(column)).Select(column => column == open ? missing : column.Result!.Value).ToList();
        if (named.SequenceEqual(results) || named.SequenceEqual(results.Reverse())) columns[columns.IndexOf(open)] = open with { Role = ColumnRole.Tick, Result = missing };
    }
}
