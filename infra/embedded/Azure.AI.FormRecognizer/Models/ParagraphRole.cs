// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>What a paragraph is for. Values that are not known here are kept as the service writes them.</summary>
public readonly struct ParagraphRole : IEquatable<ParagraphRole>
{
    private readonly string _value;

    /// <summary>Creates a value.</summary>
    /// <param name="value">The value as the service writes it.</param>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ParagraphRole(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>A block of formulas.</summary>
    public static ParagraphRole FormulaBlock { get; } = new("formulaBlock");

    /// <summary>A note at the foot of a page.</summary>
    public static ParagraphRole Footnote { get; } = new("footnote");

    /// <summary>The foot of a page.</summary>
    public static ParagraphRole PageFooter { get; } = new("pageFooter");

    /// <summary>The head of a page.</summary>
    public static ParagraphRole PageHeader { get; } = new("pageHeader");

    /// <summary>A page number.</summary>
    public static ParagraphRole PageNumber { get; } = new("pageNumber");

    /// <summary>The heading of a section.</summary>
    public static ParagraphRole SectionHeading { get; } = new("sectionHeading");

    /// <summary>The title.</summary>
    public static ParagraphRole Title { get; } = new("title");

    /// <summary>Makes a value of its text.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator ParagraphRole(string value) => new(value);

    /// <summary>Whether two values are the same, whatever their case.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ParagraphRole left, ParagraphRole right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ParagraphRole left, ParagraphRole right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ParagraphRole other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is ParagraphRole other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc/>
    public override string ToString() => _value;
}
