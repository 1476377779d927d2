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
            var ticks = columns.Select((column, index) => (Column: column, Index: index)).Where(pair => pair.Column.Role == ColumnRole.Tick && pair.Column.IsAppraised == isAppraised).ToList();
            if (ticks.Count != results.Length || ticks.All(pair => pair.Column.Result is not null)) continue;
            var fitting = new[] { results, [.. results.Reverse()] }.Where(order => ticks.Select((pair, at) => pair.Column.Result is not { } known || known == order[at]).All(fits => fits)).ToList();
            if (fitting.Count != 1) continue;
            for (var at = 0; at < ticks.Count; at++) columns[ticks[at].Index] = ticks[at].Column with { Result = fitting[0][at] };
        }
    }
}
