// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>A field of a document.</summary>
public class DocumentField
{
    internal DocumentField(
        DocumentFieldType expectedFieldType,
        DocumentFieldValue value,
        string content,
        IReadOnlyList<BoundingRegion> boundingRegions,
        IReadOnlyList<DocumentSpan> spans,
        float? confidence)
    {
        ExpectedFieldType = expectedFieldType;
        Value = value;
        Content = content;
        BoundingRegions = boundingRegions ?? [];
        Spans = spans ?? [];
        Confidence = confidence;
    }

    /// <summary>The type of <see cref="Value"/>; Unknown when the service could not read the text as the expected type.</summary>
    public DocumentFieldType FieldType => Value.FieldType;

    /// <summary>The type that the model has for the field.</summary>
    public DocumentFieldType ExpectedFieldType { get; }

    /// <summary>The value.</summary>
    public DocumentFieldValue Value { get; }

    /// <summary>The text as it stands in the document.</summary>
    public string Content { get; }

    /// <summary>Where it stands on the pages.</summary>
    public IReadOnlyList<BoundingRegion> BoundingRegions { get; }

    /// <summary>Where its text stands in <see cref="AnalyzeResult.Content"/>.</summary>
    public IReadOnlyList<DocumentSpan> Spans { get; }

    /// <summary>How sure the model is, from 0 to 1; null when it does not say.</summary>
    public float? Confidence { get; }
}
