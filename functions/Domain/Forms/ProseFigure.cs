using LearningSociety.Domain.Evidence;

namespace LearningSociety.Domain.Forms;

/// <summary>A count and share stated in a plan's prose, such as "xếp loại Khá 35 đơn vị đạt 23,2%" (seed S0).</summary>
/// <param name="Kind">Whether the sentence tells results or a plan.</param>
/// <param name="Year">The year the sentence is about; null when it does not say.</param>
/// <param name="Grade">"communes", "assessed", "good", "fair", "average", "failed" or "notAssessed".</param>
/// <param name="Count">The count stated; null when only a share is given.</param>
/// <param name="Percent">The share stated, in percent; null when only a count is given.</param>
public sealed record ProseFigure(GradingKind Kind, int? Year, string Grade, Read<int>? Count, Read<decimal>? Percent);
