// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

using System.Drawing;

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>A check box.</summary>
public class DocumentSelectionMark
{
    internal DocumentSelectionMark(
        DocumentSelectionMarkState state,
        IReadOnlyList<PointF> boundingPolygon,
        DocumentSpan span,
        float confidence)
    {
        State = state;
        BoundingPolygon = boundingPolygon ?? [];
        Span = span;
        Confidence = confidence;
    }

    /// <summary>Whether it is ticked.</summary>
    public DocumentSelectionMarkState State { get; }

    /// <summary>The corners of what was found, clockwise from the top left, in the unit of the page.</summary>
    public IReadOnlyList<PointF> BoundingPolygon { get; }

    /// <summary>Where its text stands in <see cref="AnalyzeResult.Content"/>.</summary>
    public DocumentSpan Span { get; }

    /// <summary>How sure the model is, from 0 to 1.</summary>
    public float Confidence { get; }
}
