// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>Normal or bold. Values that are not known here are kept as the service writes them.</summary>
public readonly struct DocumentFontWeight : IEquatable<DocumentFontWeight>
{
    private readonly string _value;

    /// <summary>Creates a value.</summary>
    /// <param name="value">The value as the service writes it.</param>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public DocumentFontWeight(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Bold.</summary>
    public static DocumentFontWeight Bold { get; } = new("bold");

    /// <summary>Normal.</summary>
    public static DocumentFontWeight Normal { get; } = new("normal");

    /// <summary>Makes a value of its text.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator DocumentFontWeight(string value) => new(value);

    /// <summary>Whether two values are the same, whatever their case.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(DocumentFontWeight left, DocumentFontWeight right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(DocumentFontWeight left, DocumentFontWeight right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(DocumentFontWeight other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is DocumentFontWeight other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc/>
    public override string ToString() => _value;
}
