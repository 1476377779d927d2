using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Pdf;

namespace LearningSociety.Layout.Child;

/// <summary>What a child process is to do.</summary>
/// <param name="Path">The file.</param>
/// <param name="Kind">What it is.</param>
/// <param name="First">First page, 1-based.</param>
/// <param name="Last">Last page.</param>
/// <param name="Sizes">Their sizes, for a PDF.</param>
/// <param name="LookForInk">Whether seals and handwriting are wanted.</param>
/// <param name="Limits">Bounds of the work.</param>
public sealed record ChildTask(string Path, FileKind Kind, int First, int Last, IReadOnlyList<PdfPageSize> Sizes, bool LookForInk, Limits Limits);
