// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>Where a formula stands. Values that are not known here are kept as the service writes them.</summary>
public readonly struct DocumentFormulaKind : IEquatable<DocumentFormulaKind>
{
    private readonly string _value;

    /// <summary>Creates a value.</summary>
    /// <param name="value">The value as the service writes it.</param>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public DocumentFormulaKind(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>On a line of its own.</summary>
    public static DocumentFormulaKind Display { get; } = new("display");

    /// <summary>Within the text.</summary>
    public static DocumentFormulaKind Inline { get; } = new("inline");

    /// <summary>Makes a value of its text.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator DocumentFormulaKind(string value) => new(value);

    /// <summary>Whether two values are the same, whatever their case.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(DocumentFormulaKind left, DocumentFormulaKind right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(DocumentFormulaKind left, DocumentFormulaKind right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(DocumentFormulaKind other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is DocumentFormulaKind other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc/>
    public override string ToString() => _value;
}
