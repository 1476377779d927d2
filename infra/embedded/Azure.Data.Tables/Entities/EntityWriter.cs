using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables.Limits;

namespace Azure.Data.Tables.Entities;

/// <summary>Writes rows as the JSON of the Table service, with the types that JSON cannot tell named beside the values.</summary>
internal static class EntityWriter
{
    // Everything beyond ASCII goes out as \uXXXX, as the official client does: Azurite decodes a body piece by piece
    // and would spoil a letter of several bytes that lies across two pieces.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default, SkipValidation = true };

    /// <summary>Writes one row after checking it against Azure's limits.</summary>
    /// <exception cref="ArgumentNullException">A key is null.</exception>
    /// <exception cref="ArgumentException">A number is infinite.</exception>
    /// <exception cref="NotSupportedException">A property is of a type that no table stores.</exception>
    /// <exception cref="RequestFailedException">Azure would refuse the row.</exception>
    public static void Write(IBufferWriter<byte> output, ITableEntity entity)
    {
        KeyLimits.Check(nameof(ITableEntity.PartitionKey), entity.PartitionKey);
        KeyLimits.Check(nameof(ITableEntity.RowKey), entity.RowKey);
        var limits = new EntityLimits(entity.PartitionKey, entity.RowKey);

        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString(nameof(ITableEntity.PartitionKey), entity.PartitionKey);
        json.WriteString(nameof(ITableEntity.RowKey), entity.RowKey);
        if (entity is TableEntity dictionary)
        {
            var properties = dictionary.Enumerate();
            while (properties.MoveNext())
            {
                if (!EntityShape.IsSystem(properties.Current.Key))
                    Write(json, ref limits, properties.Current.Key, properties.Current.Value);
            }
        }
        else
        {
            foreach (var member in EntityShape.Of(entity.GetType()).Read)
                Write(json, ref limits, member.Name, member.Get!(entity));
        }

        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>One row as the body of a request.</summary>
    public static ReadOnlyMemory<byte> Body(ITableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Write(buffer, entity);
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, ref EntityLimits limits, string name, object? given)
    {
        // A table has no nulls: a property without a value is not stored.
        if (given is null)
            return;

        var value = EdmValue.Of(name, given);
        limits.Count(name, value);
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                WriteTyped(json, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteString(name + EntityReader.TypeSuffix, "Edm.Double");
                // The official client writes NaN as a word and refuses what is infinite, as this writer does by itself.
                if (double.IsNaN(number))
                    json.WriteString(name, "NaN");
                else
                    json.WriteNumber(name, number);
                break;
            case DateTimeOffset instant:
                WriteTyped(json, name, "Edm.DateTime", EdmValue.Instant(instant));
                break;
            case Guid id:
                WriteTyped(json, name, "Edm.Guid", id.ToString());
                break;
            case byte[] bytes:
                json.WriteString(name + EntityReader.TypeSuffix, "Edm.Binary");
                json.WriteBase64String(name, bytes);
                break;
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + EntityReader.TypeSuffix, type);
        json.WriteString(name, value);
    }
}
