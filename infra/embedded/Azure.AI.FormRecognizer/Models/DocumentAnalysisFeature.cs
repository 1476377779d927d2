// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>A part of an analysis that is done only when it is asked for. Values that are not known here are kept as the service writes them.</summary>
public readonly struct DocumentAnalysisFeature : IEquatable<DocumentAnalysisFeature>
{
    private readonly string _value;

    /// <summary>Creates a value.</summary>
    /// <param name="value">The value as the service writes it.</param>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public DocumentAnalysisFeature(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Barcodes.</summary>
    public static DocumentAnalysisFeature Barcodes { get; } = new("barcodes");

    /// <summary>Fonts, their styles and colours.</summary>
    public static DocumentAnalysisFeature FontStyling { get; } = new("styleFont");

    /// <summary>Formulas.</summary>
    public static DocumentAnalysisFeature Formulas { get; } = new("formulas");

    /// <summary>Pairs of a caption and what was entered.</summary>
    public static DocumentAnalysisFeature KeyValuePairs { get; } = new("keyValuePairs");

    /// <summary>Languages of the text.</summary>
    public static DocumentAnalysisFeature Languages { get; } = new("languages");

    /// <summary>Small text, read at a higher resolution.</summary>
    public static DocumentAnalysisFeature OcrHighResolution { get; } = new("ocrHighResolution");

    /// <summary>Makes a value of its text.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator DocumentAnalysisFeature(string value) => new(value);

    /// <summary>Whether two values are the same, whatever their case.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(DocumentAnalysisFeature left, DocumentAnalysisFeature right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(DocumentAnalysisFeature left, DocumentAnalysisFeature right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(DocumentAnalysisFeature other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is DocumentAnalysisFeature other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc/>
    public override string ToString() => _value;
}
