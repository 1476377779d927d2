// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>What a cell of a table is for. Values that are not known here are kept as the service writes them.</summary>
public readonly struct DocumentTableCellKind : IEquatable<DocumentTableCellKind>
{
    private readonly string _value;

    /// <summary>Creates a value.</summary>
    /// <param name="value">The value as the service writes it.</param>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public DocumentTableCellKind(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The head of a column.</summary>
    public static DocumentTableCellKind ColumnHeader { get; } = new("columnHeader");

    /// <summary>Content.</summary>
    public static DocumentTableCellKind Content { get; } = new("content");

    /// <summary>A description of the table.</summary>
    public static DocumentTableCellKind Description { get; } = new("description");

    /// <summary>The head of a row.</summary>
    public static DocumentTableCellKind RowHeader { get; } = new("rowHeader");

    /// <summary>The head of the row heads.</summary>
    public static DocumentTableCellKind StubHead { get; } = new("stubHead");

    /// <summary>Makes a value of its text.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator DocumentTableCellKind(string value) => new(value);

    /// <summary>Whether two values are the same, whatever their case.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(DocumentTableCellKind left, DocumentTableCellKind right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(DocumentTableCellKind left, DocumentTableCellKind right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(DocumentTableCellKind other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is DocumentTableCellKind other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc/>
    public override string ToString() => _value;
}
