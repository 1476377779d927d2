// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>A paragraph.</summary>
public class DocumentParagraph
{
    internal DocumentParagraph(
        ParagraphRole? role,
        string content,
        IReadOnlyList<BoundingRegion> boundingRegions,
        IReadOnlyList<DocumentSpan> spans)
    {
        Role = role;
        Content = content;
        BoundingRegions = boundingRegions ?? [];
        Spans = spans ?? [];
    }

    /// <summary>What it is for; null for plain text.</summary>
    public ParagraphRole? Role { get; }

    /// <summary>The text.</summary>
    public string Content { get; }

    /// <summary>Where it stands on the pages.</summary>
    public IReadOnlyList<BoundingRegion> BoundingRegions { get; }

    /// <summary>Where its text stands in <see cref="AnalyzeResult.Content"/>.</summary>
    public IReadOnlyList<DocumentSpan> Spans { get; }
}
