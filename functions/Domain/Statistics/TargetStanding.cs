using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Statistics;

/// <summary>A target against what was measured.</summary>
/// <param name="Target">The target.</param>
/// <param name="Measured">The last figure; null when there is none.</param>
/// <param name="First">The first figure of the whole place, from which a straight line runs; null when there is none.</param>
public sealed record TargetStanding(SetTarget Target, MeasuredShare? Measured, MeasuredShare? First)
{
    /// <summary>How many percentage points the figure lies above the target, below with a minus; null when either is unknown.</summary>
    public decimal? Distance => Measured?.Percent - Target.Percent;

    /// <summary>How many more have to reach it, of as many as there are now; 0 when it is reached.</summary>
    public int? Missing => Measured is { Whole: > 0 } measured ? Math.Max(0, (int)Math.Ceiling(measured.Whole * Target.Percent / 100m) - measured.Count) : null;

    /// <summary>
    /// The share at the end of the target's year if it goes on as from the first figure to the last, in percent to one decimal, between 0 and 100.
    /// Null with fewer than two years, when the figures do not cover the whole place, or when the target's year is past.
    /// </summary>
    public decimal? Projected => First is { Whole: > 0, IsWhole: true } first && Measured is { Whole: > 0, IsWhole: true } last && first.Year < last.Year && Target.Year > last.Year
        ? Math.Clamp(Math.Round(Line(first, last, Target.Year), Percentage.Decimals, MidpointRounding.AwayFromZero), 0, 100)
        : null;

    /// <summary>True when the target is reached, or would be by the straight line; null when nothing tells.</summary>
    public bool? IsReached => Missing == 0 ? true : Projected is { } projected ? projected >= Target.Percent : Missing is null || Target.Year > Measured!.Year ? null : false;

    private static decimal Line(MeasuredShare first, MeasuredShare last, int year)
    {
        var (from, to) = (first.Count * 100m / first.Whole, last.Count * 100m / last.Whole);
        return to + ((to - from) / (last.Year - first.Year) * (year - last.Year));
    }
}
