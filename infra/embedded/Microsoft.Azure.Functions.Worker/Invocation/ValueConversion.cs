using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace LearningSociety.Embedded.Invocation;

/// <summary>Turns what a trigger gives into what a parameter takes: as it is, from text, or from JSON.</summary>
internal sealed class ValueConversion(IOptions<JsonSerializerOptions> json)
{
    public object? Convert(object? value, ParameterInfo parameter, string functionName)
    {
        var type = parameter.ParameterType;
        if (value is null) return DefaultOf(type);
        if (type.IsInstanceOfType(value)) return value;
        try
        {
            return value switch
            {
                JsonElement element when type == typeof(string) => element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText(),
                JsonElement element => element.Deserialize(type, json.Value),
                string text when IsSimple(type) => FromText(text, Nullable.GetUnderlyingType(type) ?? type),
                string text => JsonSerializer.Deserialize(text, type, json.Value),
                _ when IsSimple(type) => FromText(System.Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!, Nullable.GetUnderlyingType(type) ?? type),
                _ => throw new NotSupportedException(),
            };
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or NotSupportedException or InvalidCastException or OverflowException)
        {
            throw new InvalidOperationException($"Function {functionName}: the parameter \"{parameter.Name}\" takes {type.Name}, and the value given ({value.GetType().Name}) cannot be read as one.", e);
        }
    }

    public static object? DefaultOf(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    public static bool IsSimple(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(Guid) || type == typeof(Uri)
            || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeSpan);
    }

    // JSON quotes texts; a value that came as JSON text of a simple type reads alike with and without quotes.
    private static object? FromText(string text, Type type) =>
        TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text.Length > 1 && text[0] == '"' && text[^1] == '"' ? text[1..^1] : text);
}
