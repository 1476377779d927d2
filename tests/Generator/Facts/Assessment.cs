namespace LearningSociety.Generator.Facts;

/// <summary>What an indicator, a criterion or a whole may have; ordered from the lowest.</summary>
public enum Outcome
{
    /// <summary>Không đạt.</summary>
    NotMet,

    /// <summary>Mức độ 1.</summary>
    Level1,

    /// <summary>Mức độ 2.</summary>
    Level2,

    /// <summary>Đạt, where there are no levels.</summary>
    Met,
}

/// <summary>An indicator's row.</summary>
/// <param name="Number">Within its criterion.</param>
/// <param name="Text">What it asks.</param>
/// <param name="Summary">What was done.</param>
/// <param name="Stated">The result that stands in its cell; null when the cell is blank or there are points.</param>
/// <param name="Points">Own points of most points; null where there are words or ticks.</param>
public sealed record IndicatorRow(int Number, string Text, string Summary, Outcome? Stated, (int Own, int Most)? Points = null);

/// <summary>A criterion with its indicators.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Its title.</param>
/// <param name="Stated">The result in its own row.</param>
/// <param name="Indicators">Its rows.</param>
public sealed record CriterionRows(int Number, string Text, Outcome? Stated, IReadOnlyList<IndicatorRow> Indicators);

/// <summary>A summary table as it is filled in.</summary>
/// <param name="Criteria">Its criteria.</param>
/// <param name="Overall">What its last row states.</param>
/// <param name="HasPoints">True when it scores.</param>
public sealed record Assessment(IReadOnlyList<CriterionRows> Criteria, Outcome? Overall, bool HasPoints)
{
    /// <summary>R1, R2, R3: the lowest of all indicators; null when one is blank or the table scores (no threshold is set).</summary>
    public Outcome? Computed => HasPoints || Criteria.Any(criterion => Lowest(criterion) is null) ? null : Criteria.Min(Lowest);

    /// <summary>The lowest of a criterion's indicators; null when one is blank.</summary>
    public static Outcome? Lowest(CriterionRows criterion) => criterion.Indicators.Any(row => row.Stated is null) ? null : criterion.Indicators.Min(row => row.Stated);

    /// <summary>True when a criterion, an indicator or the whole has no result where there should be one.</summary>
    public bool HasBlank => !HasPoints && (Overall is null || Criteria.Any(criterion => criterion.Stated is null || criterion.Indicators.Any(row => row.Stated is null)));

    /// <summary>True when what is stated for a criterion or the whole is not what the filled rows give, however the blank ones were filled.</summary>
    public bool Contradicts
    {
        get
        {
            if (HasPoints) return false;
            var all = Criteria.SelectMany(criterion => criterion.Indicators).Select(row => row.Stated).ToArray();
            return Criteria.Any(criterion => Wrong(criterion.Stated, [.. criterion.Indicators.Select(row => row.Stated)])) || Wrong(Overall, all);
        }
    }

    private static bool Wrong(Outcome? stated, Outcome?[] parts)
    {
        if (stated is null || parts.All(part => part is null)) return false;
        var lowest = parts.Min();
        return parts.Any(part => part is null) ? stated > lowest : stated != lowest;
    }
}
