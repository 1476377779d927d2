using System.Globalization;
using System.Text;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Queries;

/// <summary>Values as OData writes them in a filter.</summary>
internal static class FilterLiteral
{
    /// <summary>Puts the values of an interpolated string into their places as literals.</summary>
    /// <exception cref="ArgumentException">A value is of a type that no filter can name.</exception>
    public static string Fill(FormattableString filter)
    {
        var literals = new object[filter.ArgumentCount];
        for (var i = 0; i < literals.Length; i++)
        {
            literals[i] = TryWrite(filter.GetArgument(i)) ?? throw new ArgumentException(
                $"Unable to convert argument {i} of type {filter.GetArgument(i)?.GetType().ToString() ?? "null"} to an OData literal.", nameof(filter));
        }

        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    /// <summary>One value; null when no filter can name it.</summary>
    public static string? TryWrite(object? value) => value switch
    {
        string text => Quoted(text),
        char character => Quoted(character.ToString()),
        bool truth => truth ? "true" : "false",
        sbyte or byte or short or ushort or int => Convert.ToInt32(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        uint number => $"{number.ToString(CultureInfo.InvariantCulture)}L",
        long number => $"{number.ToString(CultureInfo.InvariantCulture)}L",
        ulong number => $"{number.ToString(CultureInfo.InvariantCulture)}L",
        float number => Number(number),
        double number => Number(number),
        DateTimeOffset or DateTime => $"datetime'{EdmValue.Instant((DateTimeOffset)EdmValue.Of(string.Empty, value))}'",
        Guid id => $"guid'{id}'",
        byte[] bytes => Binary(bytes),
        BinaryData data => Binary(data.ToArray()),
        Enum constant => Quoted(EdmValue.NameOf(constant)),
        StringBuilder text => Quoted(text.ToString()),
        _ => null,
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Binary(byte[] bytes) => $"X'{Convert.ToHexString(bytes)}'";

    private static string Number(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        // Without a mark of its own a whole number would be an Int32, and types are not mixed in a comparison.
        return double.IsFinite(number) && !text.AsSpan().ContainsAny('.', 'E') ? $"{text}.0" : text;
    }
}
