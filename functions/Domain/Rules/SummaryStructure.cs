using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Rules;

/// <summary>The place of a row in a summary table: a criterion, or one of its indicators.</summary>
/// <param name="Criterion">1-based number of the criterion.</param>
/// <param name="Indicator">1-based number of the indicator; null for the criterion's own row.</param>
public readonly record struct RowNumber(int Criterion, int? Indicator)
{
    /// <summary>The number of a row that was read.</summary>
    public static RowNumber Of(CriterionRow row) => new(row.Criterion, row.Indicator);
}

/// <summary>Which rows a summary table should have: those of the scheme, and no gap in the numbering where the scheme does not list them.</summary>
public static class SummaryStructure
{
    /// <summary>Rows that should be there and are not, in order. Of a table without rows nothing can be said.</summary>
    public static IEnumerable<RowNumber> Missing(ImmutableArray<CriterionRow> rows, Scheme scheme)
    {
        if (rows.IsEmpty) return [];
        var there = rows.Select(RowNumber.Of).ToHashSet();
        return Expected(rows, scheme).Where(row => !there.Contains(row)).Distinct().OrderBy(row => row.Criterion).ThenBy(row => row.Indicator ?? 0);
    }

    /// <summary>Rows that are there more than once, in order.</summary>
    public static IEnumerable<RowNumber> Repeated(ImmutableArray<CriterionRow> rows) =>
        rows.GroupBy(RowNumber.Of).Where(group => group.Count() > 1).Select(group => group.Key);

    private static IEnumerable<RowNumber> Expected(ImmutableArray<CriterionRow> rows, Scheme scheme)
    {
        foreach (var criterion in scheme.Criteria)
        {
            yield return new(criterion.Number, null);
            foreach (var indicator in criterion.Indicators) yield return new(criterion.Number, indicator.Number);
        }

        for (var number = 1; number <= rows.Max(row => row.Criterion); number++)
        {
            yield return new(number, null);
            // A criterion is judged by its indicators, so it has one at least.
            var last = rows.Where(row => row.Criterion == number).Max(row => row.Indicator) ?? 1;
            for (var indicator = 1; indicator <= last; indicator++) yield return new(number, indicator);
        }
    }
}
