// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

using System.Drawing;

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>A line of text.</summary>
public class DocumentLine
{
    private readonly IReadOnlyList<DocumentWord> _words;

    internal DocumentLine(string content, IReadOnlyList<PointF> boundingPolygon, IReadOnlyList<DocumentSpan> spans, IReadOnlyList<DocumentWord> words)
    {
        Content = content;
        BoundingPolygon = boundingPolygon ?? [];
        Spans = spans ?? [];
        _words = words ?? [];
    }

    /// <summary>The text.</summary>
    public string Content { get; }

    /// <summary>The corners of the line, clockwise from the top left, in the unit of the page.</summary>
    public IReadOnlyList<PointF> BoundingPolygon { get; }

    /// <summary>Where its text stands in <see cref="AnalyzeResult.Content"/>.</summary>
    public IReadOnlyList<DocumentSpan> Spans { get; }

    /// <summary>The words of the line: those of its page that stand within its spans.</summary>
    public IReadOnlyList<DocumentWord> GetWords() => _words;
}
