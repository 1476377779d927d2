using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Extraction.Tables;

/// <summary>
/// The points of a criterion are those of its indicators: where they add up, a number among them that was read weakly is the one
/// that was read. Numbers themselves are never changed.
/// </summary>
internal static class PointSums
{
    private const double Weak = 0.7;
    private const double BorneOut = 0.8;

    /// <summary>The rows, surer of points that the others bear out.</summary>
    public static ImmutableArray<CriterionRow> Settled(ImmutableArray<CriterionRow> rows)
    {
        var borneOut = rows.Where(row => row.Score is not null).GroupBy(row => row.Criterion).Where(AddUp).SelectMany(group => group).ToHashSet();
        return [.. rows.Select(row => borneOut.Contains(row) && row.Score is { } score && score.Confidence.Value < BorneOut ? row with { Score = score with { Confidence = new(BorneOut) } } : row)];

        bool AddUp(IGrouping<int, CriterionRow> group) =>
            group.Where(row => row.Indicator is null).ToList() is [var whole] && group.Count(row => row.Score!.Confidence.Value < Weak) == 1
            && rows.Where(row => row.Criterion == group.Key && row.Indicator is not null).ToList() is { Count: > 0 } parts
            && parts.All(row => row.Score is not null) && parts.Sum(row => row.Score!.Value) == whole.Score!.Value;
    }
}
