// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>A stretch of <see cref="AnalyzeResult.Content"/>, in UTF-16 code units.</summary>
public readonly struct DocumentSpan : IEquatable<DocumentSpan>
{
    internal DocumentSpan(int index, int length)
    {
        Index = index;
        Length = length;
    }

    /// <summary>Where it starts.</summary>
    public int Index { get; }

    /// <summary>How long it is.</summary>
    public int Length { get; }

    /// <inheritdoc/>
    public bool Equals(DocumentSpan other) => Index == other.Index && Length == other.Length;

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is DocumentSpan other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Index, Length);

    /// <inheritdoc/>
    public override string ToString() => $"Index: {Index}, Length: {Length}";

    internal bool Contains(DocumentSpan other) => other.Index >= Index && other.Index + other.Length <= Index + Length;
}
