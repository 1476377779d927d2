// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>The language of a part of the text.</summary>
public class DocumentLanguage
{
    internal DocumentLanguage(
        string locale,
        IReadOnlyList<DocumentSpan> spans,
        float confidence)
    {
        Locale = locale;
        Spans = spans ?? [];
        Confidence = confidence;
    }

    /// <summary>The language, such as <c>vi</c>.</summary>
    public string Locale { get; }

    /// <summary>Where its text stands in <see cref="AnalyzeResult.Content"/>.</summary>
    public IReadOnlyList<DocumentSpan> Spans { get; }

    /// <summary>How sure the model is, from 0 to 1.</summary>
    public float Confidence { get; }
}
