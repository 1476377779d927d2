// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>The style of a part of the text.</summary>
public class DocumentStyle
{
    internal DocumentStyle(
        bool? isHandwritten,
        IReadOnlyList<DocumentSpan> spans,
        float confidence,
        string similarFontFamily,
        DocumentFontStyle? fontStyle,
        DocumentFontWeight? fontWeight,
        string color,
        string backgroundColor)
    {
        IsHandwritten = isHandwritten;
        Spans = spans ?? [];
        Confidence = confidence;
        SimilarFontFamily = similarFontFamily;
        FontStyle = fontStyle;
        FontWeight = fontWeight;
        Color = color;
        BackgroundColor = backgroundColor;
    }

    /// <summary>Whether it is written by hand; null when unknown.</summary>
    public bool? IsHandwritten { get; }

    /// <summary>Where its text stands in <see cref="AnalyzeResult.Content"/>.</summary>
    public IReadOnlyList<DocumentSpan> Spans { get; }

    /// <summary>How sure the model is, from 0 to 1.</summary>
    public float Confidence { get; }

    /// <summary>The font families that look most alike.</summary>
    public string SimilarFontFamily { get; }

    /// <summary>Upright or italic.</summary>
    public DocumentFontStyle? FontStyle { get; }

    /// <summary>Normal or bold.</summary>
    public DocumentFontWeight? FontWeight { get; }

    /// <summary>The colour as <c>#rrggbb</c>.</summary>
    public string Color { get; }

    /// <summary>The background's colour as <c>#rrggbb</c>.</summary>
    public string BackgroundColor { get; }
}
