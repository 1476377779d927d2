using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LearningSociety.Domain.Evidence;

/// <summary>How sure a reading is, from 0 (a guess) to 1 (certain). Out-of-range input is clamped; not-a-number is 0.</summary>
[JsonConverter(typeof(ConfidenceJsonConverter))]
public readonly record struct Confidence : IComparable<Confidence>
{
    /// <summary>Creates a confidence.</summary>
    public Confidence(double value) => Value = double.IsNaN(value) ? 0 : Math.Clamp(value, 0, 1);

    /// <summary>The value, 0..1.</summary>
    public double Value { get; }

    /// <summary>From here on a word is of a text layer: recognition is never so sure, and what it is less sure of may have lost a mark.</summary>
    public static Confidence OfTextLayer => new(0.995);

    /// <summary>Nothing speaks against the reading.</summary>
    public static Confidence Certain => new(1);

    /// <summary>The lower of two: a value is no surer than the weakest part it is made of.</summary>
    public static Confidence Min(Confidence a, Confidence b) => a.Value <= b.Value ? a : b;

    /// <inheritdoc/>
    public int CompareTo(Confidence other) => Value.CompareTo(other.Value);

    /// <summary>Less sure than.</summary>
    public static bool operator <(Confidence a, Confidence b) => a.Value < b.Value;

    /// <summary>Surer than.</summary>
    public static bool operator >(Confidence a, Confidence b) => a.Value > b.Value;

    /// <summary>At most as sure as.</summary>
    public static bool operator <=(Confidence a, Confidence b) => a.Value <= b.Value;

    /// <summary>At least as sure as.</summary>
    public static bool operator >=(Confidence a, Confidence b) => a.Value >= b.Value;

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("0.00", CultureInfo.InvariantCulture);
}

/// <summary>Writes a confidence as a plain number with three decimals.</summary>
public sealed class ConfidenceJsonConverter : JsonConverter<Confidence>
{
    /// <inheritdoc/>
    public override Confidence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDouble());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Confidence value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(Math.Round(value.Value, 3));
    }
}
