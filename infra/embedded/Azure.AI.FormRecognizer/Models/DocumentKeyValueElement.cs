// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>A caption or what was entered beside it.</summary>
public class DocumentKeyValueElement
{
    internal DocumentKeyValueElement(
        string content,
        IReadOnlyList<BoundingRegion> boundingRegions,
        IReadOnlyList<DocumentSpan> spans)
    {
        Content = content;
        BoundingRegions = boundingRegions ?? [];
        Spans = spans ?? [];
    }

    /// <summary>The text.</summary>
    public string Content { get; }

    /// <summary>Where it stands on the pages.</summary>
    public IReadOnlyList<BoundingRegion> BoundingRegions { get; }

    /// <summary>Where its text stands in <see cref="AnalyzeResult.Content"/>.</summary>
    public IReadOnlyList<DocumentSpan> Spans { get; }
}
