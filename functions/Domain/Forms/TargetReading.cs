using LearningSociety.Domain.Evidence;

namespace LearningSociety.Domain.Forms;

/// <summary>A target read from a plan's prose (seeds S3 and S4).</summary>
/// <param name="Indicator">The catalogue's id of the indicator, such as "family".</param>
/// <param name="Year">The year the target is set for.</param>
/// <param name="Percent">The target, in percent, with the words it stands in.</param>
public sealed record TargetReading(string Indicator, int Year, Read<decimal> Percent);
