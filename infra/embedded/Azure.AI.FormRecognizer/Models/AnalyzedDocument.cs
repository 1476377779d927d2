// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>A document that a model recognised, with its fields.</summary>
public class AnalyzedDocument
{
    internal AnalyzedDocument(
        string documentType,
        IReadOnlyList<BoundingRegion> boundingRegions,
        IReadOnlyList<DocumentSpan> spans,
        IReadOnlyDictionary<string, DocumentField> fields,
        float confidence)
    {
        DocumentType = documentType;
        BoundingRegions = boundingRegions ?? [];
        Spans = spans ?? [];
        Fields = fields;
        Confidence = confidence;
    }

    /// <summary>The type that the model gives it.</summary>
    public string DocumentType { get; }

    /// <summary>Where it stands on the pages.</summary>
    public IReadOnlyList<BoundingRegion> BoundingRegions { get; }

    /// <summary>Where its text stands in <see cref="AnalyzeResult.Content"/>.</summary>
    public IReadOnlyList<DocumentSpan> Spans { get; }

    /// <summary>The fields by their names.</summary>
    public IReadOnlyDictionary<string, DocumentField> Fields { get; }

    /// <summary>How sure the model is, from 0 to 1.</summary>
    public float Confidence { get; }
}
