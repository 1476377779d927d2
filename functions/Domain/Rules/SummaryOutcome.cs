using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Rules;

/// <summary>What the rules give for one criterion of a summary table.</summary>
/// <param name="Criterion">Its number.</param>
/// <param name="Own">Its own row; null when the table has none.</param>
/// <param name="Computed">What its indicators give.</param>
public sealed record CriterionOutcome(int Criterion, CriterionRow? Own, LowestResult Computed);

/// <summary>What the rules give for a whole summary table (R1, R2, R3).</summary>
/// <param name="Criteria">By number.</param>
/// <param name="Overall">The overall result.</param>
public sealed record SummaryOutcome(ImmutableArray<CriterionOutcome> Criteria, LowestResult Overall)
{
    /// <summary>Applies the rules to the rows.</summary>
    /// <param name="rows">The rows of the table.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="known">Which results may be relied on; the others count as unknown. Null for all that stand there.</param>
    public static SummaryOutcome Of(ImmutableArray<CriterionRow> rows, Scheme scheme, Func<CriterionRow, bool>? known = null)
    {
        if (rows.Any(row => row.Score is not null)) return new([], Points(rows, scheme));
        var missing = SummaryStructure.Missing(rows, scheme).ToHashSet();
        var criteria = rows.Select(row => row.Criterion).Concat(missing.Select(place => place.Criterion)).Distinct().Order()
            .Select(number => Criterion(number, [.. rows.Where(row => row.Criterion == number)], missing, ResultOf)).ToImmutableArray();
        var overall = LowestResult.Of(criteria.SelectMany(criterion => Parts(criterion.Computed)));
        return new(criteria, scheme.Overall == OverallRule.AllMet && overall.AtMost > Result.NotMet ? overall with { AtMost = Result.Met } : overall);

        Result? ResultOf(CriterionRow row) =>
            row.Result is { } read && scheme.Results.Contains(read.Value) && (known is null || known(row)) ? read.Value : null;
    }

    private static CriterionOutcome Criterion(
        int number, ImmutableArray<CriterionRow> rows, HashSet<RowNumber> missing, Func<CriterionRow, Result?> resultOf)
    {
        var lost = missing.Where(place => place.Criterion == number && place.Indicator is not null).Select(_ => (Result?)null);
        var indicators = rows.Where(row => row.Indicator is not null).Select(resultOf).Concat(lost);
        return new(number, rows.FirstOrDefault(row => row.Indicator is null), LowestResult.Of(indicators));
    }

    // A criterion known in part still bounds the whole, and leaves it open.
    private static IEnumerable<Result?> Parts(LowestResult computed) => computed.Complete ? [computed.AtMost] : [computed.AtMost, null];

    private static LowestResult Points(ImmutableArray<CriterionRow> rows, Scheme scheme)
    {
        var indicators = rows.Where(row => row.Indicator is not null).ToArray();
        var scored = indicators.Length > 0 ? indicators : [.. rows];
        if (scored.Any(row => row.Score is null || row.MaxScore is null)) return default;
        var result = PointShare.ResultOf(scored.Sum(row => row.Score!.Value), scored.Sum(row => row.MaxScore!.Value), scheme.PointThresholds);
        return new(result, result is not null);
    }
}
