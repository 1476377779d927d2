using System.Drawing;
using System.Text.Json;

namespace Azure.AI.FormRecognizer.DocumentAnalysis.Wire;

/// <summary>Members of the contract's JSON, any of which may be missing or null.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static int Number(this JsonElement json, string name, int otherwise) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : otherwise;

    public static float? Real(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetSingle() : null;

    public static bool? Truth(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    public static float Confidence(this JsonElement json) => json.Real("confidence") ?? 0;

    public static T? Child<T>(this JsonElement json, string name, Func<JsonElement, T> read)
        where T : class =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? read(value) : null;

    public static IReadOnlyList<T> List<T>(this JsonElement json, string name, Func<JsonElement, T> read)
    {
        if (!json.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
            return [];
        var values = new List<T>(list.GetArrayLength());
        foreach (var value in list.EnumerateArray())
            values.Add(read(value));
        return values;
    }

    public static IReadOnlyList<DocumentSpan> Spans(this JsonElement json) => json.List("spans", SpanOf);

    public static DocumentSpan Span(this JsonElement json) => json.TryGetProperty("span", out var span) ? SpanOf(span) : default;

    public static IReadOnlyList<BoundingRegion> Regions(this JsonElement json) =>
        json.List("boundingRegions", static region => new BoundingRegion(region.Number("pageNumber", 0), region.Polygon()));

    /// <summary>The corners out of a list of x and y in turn.</summary>
    public static IReadOnlyList<PointF> Polygon(this JsonElement json)
    {
        if (!json.TryGetProperty("polygon", out var polygon) || polygon.ValueKind != JsonValueKind.Array)
            return [];
        var points = new PointF[polygon.GetArrayLength() / 2];
        for (var i = 0; i < points.Length; i++)
            points[i] = new(polygon[2 * i].GetSingle(), polygon[(2 * i) + 1].GetSingle());
        return points;
    }

    private static DocumentSpan SpanOf(JsonElement json) => new(json.Number("offset", 0), json.Number("length", 0));
}
