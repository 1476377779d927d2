using System.Runtime.Serialization;

namespace Azure.Data.Tables.Entities;

/// <summary>The types of values that a table stores.</summary>
internal static class EdmValue
{
    /// <summary>
    /// The value as one of string, byte[], bool, int, long, double, Guid and DateTimeOffset (in UTC), which are what a table stores.
    /// </summary>
    /// <exception cref="NotSupportedException">The value is of a type that no table stores.</exception>
    public static object Of(string name, object value) => value switch
    {
        string or bool or int or long or double or Guid or byte[] => value,
        DateTimeOffset instant => instant.ToUniversalTime(),
        DateTime instant => new DateTimeOffset(instant.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(instant, DateTimeKind.Utc) : instant).ToUniversalTime(),
        BinaryData data => data.ToArray(),
        Enum constant => NameOf(constant),
        float number => (double)number,
        sbyte or byte or short or ushort => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture),
        uint number => (long)number,
        ulong number => checked((long)number),
        _ => throw new NotSupportedException($"The property '{name}' is of the type {value.GetType()}, which a table does not store."),
    };

    /// <summary>The text under which an enumeration's value is stored.</summary>
    public static string NameOf(Enum constant)
    {
        var name = constant.ToString();
        var member = constant.GetType().GetField(name)?.GetCustomAttributes(typeof(EnumMemberAttribute), false);
        return member is [EnumMemberAttribute { Value: { } value }, ..] ? value : name;
    }

    /// <summary>The instant in the form that the service writes and reads: UTC, seven decimals, none of them lost.</summary>
    public static string Instant(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", System.Globalization.CultureInfo.InvariantCulture);
}
