using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>Reads rows out of the JSON of the Table service.</summary>
internal static class EntityReader
{
    public const string TypeSuffix = "@odata.type";

    /// <summary>Reads one row.</summary>
    public static T Read<T>(JsonElement json)
        where T : class, ITableEntity
    {
        var properties = Properties(json);
        if (typeof(T) == typeof(TableEntity) || typeof(T) == typeof(ITableEntity))
            return (T)(ITableEntity)new TableEntity(properties);

        var shape = EntityShape.Of(typeof(T));
        var entity = (T)shape.Create();
        foreach (var member in shape.Written)
        {
            if (properties.TryGetValue(member.Name, out var value))
                member.Set!(entity, member.Fit(value));
        }

        // Keys may be implemented explicitly, so they are set through the interface.
        if (properties.GetValueOrDefault(nameof(ITableEntity.PartitionKey)) is string partitionKey)
            entity.PartitionKey = partitionKey;
        if (properties.GetValueOrDefault(nameof(ITableEntity.RowKey)) is string rowKey)
            entity.RowKey = rowKey;
        if (properties.GetValueOrDefault(nameof(ITableEntity.Timestamp)) is DateTimeOffset timestamp)
            entity.Timestamp = timestamp;
        if (properties.GetValueOrDefault(TableEntity.ETagName) is string etag)
            entity.ETag = new ETag(etag);
        return entity;
    }

    private static Dictionary<string, object> Properties(JsonElement json)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        Dictionary<string, string>? types = null;
        foreach (var property in json.EnumerateObject())
        {
            var name = property.Name;
            if (name.EndsWith(TypeSuffix, StringComparison.Ordinal))
                (types ??= new(StringComparer.Ordinal))[name[..^TypeSuffix.Length]] = property.Value.GetString()!;
        }

        foreach (var property in json.EnumerateObject())
        {
            var name = property.Name;
            var isETag = name == TableEntity.ETagName;
            if (property.Value.ValueKind == JsonValueKind.Null || (!isETag && IsAnnotation(name)))
                continue;

            var type = types is not null && types.TryGetValue(name, out var given) ? given : null;
            if (name == nameof(ITableEntity.Timestamp))
                type = "Edm.DateTime";
            properties[name] = Value(property.Value, type);
        }

        return properties;
    }

    private static bool IsAnnotation(string name) =>
        name.StartsWith("odata.", StringComparison.Ordinal) || name.Contains("@odata.", StringComparison.Ordinal);

    private static object Value(JsonElement json, string? type) => type switch
    {
        "Edm.Int64" => json.ValueKind == JsonValueKind.String
            ? long.Parse(json.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : json.GetInt64(),
        "Edm.Double" => json.ValueKind == JsonValueKind.String
            ? double.Parse(json.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
            : json.GetDouble(),
        "Edm.DateTime" => DateTimeOffset.Parse(json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        "Edm.Guid" => Guid.Parse(json.GetString()!),
        "Edm.Binary" => json.GetBytesFromBase64(),
        _ => json.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => Number(json),
            _ => json.GetString() ?? string.Empty,
        },
    };

    // The service leaves the type away where the text tells it: 1 is an Int32, 1.0 a Double.
    private static object Number(JsonElement json)
    {
        if (json.TryGetInt32(out var number) && !json.GetRawText().AsSpan().ContainsAny('.', 'e', 'E'))
            return number;
        return json.GetDouble();
    }
}
