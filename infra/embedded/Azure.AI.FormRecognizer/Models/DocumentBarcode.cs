// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

using System.Drawing;

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>A barcode on a page.</summary>
public class DocumentBarcode
{
    internal DocumentBarcode(
        DocumentBarcodeKind kind,
        string value,
        IReadOnlyList<PointF> boundingPolygon,
        DocumentSpan span,
        float confidence)
    {
        Kind = kind;
        Value = value;
        BoundingPolygon = boundingPolygon ?? [];
        Span = span;
        Confidence = confidence;
    }

    /// <summary>Its kind.</summary>
    public DocumentBarcodeKind Kind { get; }

    /// <summary>What it says.</summary>
    public string Value { get; }

    /// <summary>The corners of what was found, clockwise from the top left, in the unit of the page.</summary>
    public IReadOnlyList<PointF> BoundingPolygon { get; }

    /// <summary>Where its text stands in <see cref="AnalyzeResult.Content"/>.</summary>
    public DocumentSpan Span { get; }

    /// <summary>How sure the model is, from 0 to 1.</summary>
    public float Confidence { get; }
}
