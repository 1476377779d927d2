// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>A caption and what was entered beside it.</summary>
public class DocumentKeyValuePair
{
    internal DocumentKeyValuePair(
        DocumentKeyValueElement key,
        DocumentKeyValueElement value,
        float confidence)
    {
        Key = key;
        Value = value;
        Confidence = confidence;
    }

    /// <summary>The caption.</summary>
    public DocumentKeyValueElement Key { get; }

    /// <summary>What was entered; null when nothing was.</summary>
    public DocumentKeyValueElement Value { get; }

    /// <summary>How sure the model is, from 0 to 1.</summary>
    public float Confidence { get; }
}
