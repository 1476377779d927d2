using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Rules;

/// <summary>What points give in schemes that score: the result of the highest threshold that the share of attainable points reaches.</summary>
public static class PointShare
{
    /// <summary>The result for points of attainable points; null when the scheme has no thresholds, nothing is attainable, or no threshold is reached.</summary>
    public static Result? ResultOf(decimal points, decimal attainable, ImmutableArray<PointThreshold> thresholds)
    {
        if (attainable <= 0) return null;
        var percent = points * 100 / attainable;
        return thresholds.Where(threshold => percent >= threshold.AtLeast).OrderByDescending(threshold => threshold.AtLeast).FirstOrDefault()?.Result;
    }
}
