using LearningSociety.Domain.Evidence;

namespace LearningSociety.Domain.Forms;

/// <summary>One row of a summary table: a criterion's own row (indicator null) or one of its indicators.</summary>
/// <param name="Criterion">1-based number of the criterion.</param>
/// <param name="Indicator">1-based number of the indicator within its criterion; null for the criterion's own row.</param>
/// <param name="Text">What the row asks for, as printed.</param>
/// <param name="Summary">The office's own words about the result; empty when blank.</param>
/// <param name="Result">The result, whose place is the result cell; null when the cell is blank, or cannot be read (then <paramref name="Doubt"/> says so).</param>
/// <param name="Score">Points given, in point tables.</param>
/// <param name="MaxScore">Points attainable, in point tables.</param>
/// <param name="Place">The whole row.</param>
/// <param name="ResultPlace">The result cell or cells, also when blank.</param>
/// <param name="Doubt">Why the blank or the value may be wrong (two ticks, unreadable ink); null when there is no doubt beyond the confidence.</param>
public sealed record CriterionRow(
    int Criterion, int? Indicator, string Text, string Summary, Read<Result>? Result,
    Read<decimal>? Score, Read<decimal>? MaxScore, Place? Place, Place? ResultPlace, string? Doubt = null);
