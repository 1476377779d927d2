// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>The kind of a barcode. Values that are not known here are kept as the service writes them.</summary>
public readonly struct DocumentBarcodeKind : IEquatable<DocumentBarcodeKind>
{
    private readonly string _value;

    /// <summary>Creates a value.</summary>
    /// <param name="value">The value as the service writes it.</param>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public DocumentBarcodeKind(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>Aztec.</summary>
    public static DocumentBarcodeKind Aztec { get; } = new("Aztec");

    /// <summary>Codabar.</summary>
    public static DocumentBarcodeKind Codabar { get; } = new("Codabar");

    /// <summary>Code128.</summary>
    public static DocumentBarcodeKind Code128 { get; } = new("Code128");

    /// <summary>Code39.</summary>
    public static DocumentBarcodeKind Code39 { get; } = new("Code39");

    /// <summary>Code93.</summary>
    public static DocumentBarcodeKind Code93 { get; } = new("Code93");

    /// <summary>DataBar.</summary>
    public static DocumentBarcodeKind DataBar { get; } = new("DataBar");

    /// <summary>DataBarExpanded.</summary>
    public static DocumentBarcodeKind DataBarExpanded { get; } = new("DataBarExpanded");

    /// <summary>DataMatrix.</summary>
    public static DocumentBarcodeKind DataMatrix { get; } = new("DataMatrix");

    /// <summary>Ean13.</summary>
    public static DocumentBarcodeKind Ean13 { get; } = new("EAN13");

    /// <summary>Ean8.</summary>
    public static DocumentBarcodeKind Ean8 { get; } = new("EAN8");

    /// <summary>Itf.</summary>
    public static DocumentBarcodeKind Itf { get; } = new("ITF");

    /// <summary>MaxiCode.</summary>
    public static DocumentBarcodeKind MaxiCode { get; } = new("MaxiCode");

    /// <summary>MicroQrCode.</summary>
    public static DocumentBarcodeKind MicroQrCode { get; } = new("MicroQRCode");

    /// <summary>Pdf417.</summary>
    public static DocumentBarcodeKind Pdf417 { get; } = new("PDF417");

    /// <summary>QrCode.</summary>
    public static DocumentBarcodeKind QrCode { get; } = new("QRCode");

    /// <summary>Upca.</summary>
    public static DocumentBarcodeKind Upca { get; } = new("UPCA");

    /// <summary>Upce.</summary>
    public static DocumentBarcodeKind Upce { get; } = new("UPCE");

    /// <summary>Makes a value of its text.</summary>
    /// <param name="value">The value as the service writes it.</param>
    public static implicit operator DocumentBarcodeKind(string value) => new(value);

    /// <summary>Whether two values are the same, whatever their case.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(DocumentBarcodeKind left, DocumentBarcodeKind right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(DocumentBarcodeKind left, DocumentBarcodeKind right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(DocumentBarcodeKind other) => string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is DocumentBarcodeKind other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    /// <inheritdoc/>
    public override string ToString() => _value;
}
