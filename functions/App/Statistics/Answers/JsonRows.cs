using System.Collections.Immutable;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using LearningSociety.App.Statistics.Queries;

namespace LearningSociety.App.Statistics.Answers;

/// <summary>A page of rows as JSON, with the columns of the data dictionary, written as it comes.</summary>
internal static class JsonRows
{
    private const int FlushAt = 64 * 1024;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the answer.</summary>
    public static async Task WriteAsync(PipeWriter to, IStatisticsQuery query, QueryArguments arguments, PageArguments page, QueryTable table, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(to, Options);
        json.WriteStartObject();
        json.WriteString("query", query.Name);
        json.WriteStartObject("parameters");
        foreach (var parameter in query.Parameters)
            if (arguments.Text(parameter.Name) is { } value) json.WriteString(parameter.Name, value);
        json.WriteEndObject();
        json.WriteString("asOf", table.AsOf);
        json.WriteString("version", table.Version);
        json.WriteNumber("page", page.Page ?? 1);
        json.WriteNumber("pageSize", page.PageSize);
        json.WriteNumber("total", table.Total);
        json.WriteStartArray("notes");
        foreach (var note in table.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        Columns(json, query.Columns);
        json.WriteStartArray("rows");
        await foreach (var row in table.Rows.Skip(page.Skip).Take(page.Take).WithCancellation(cancellationToken))
        {
            Row(json, query.Columns, row);
            if (json.BytesPending < FlushAt) continue;
            json.Flush();
            await to.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        await to.FlushAsync(cancellationToken);
    }

    private static void Columns(Utf8JsonWriter json, ImmutableArray<Column> columns)
    {
        json.WriteStartArray("columns");
        foreach (var column in columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", TypeName(column.Type));
            json.WriteString("title", column.Title);
            json.WriteString("meaning", column.Meaning);
            json.WriteString("unit", column.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Row(Utf8JsonWriter json, ImmutableArray<Column> columns, object?[] row)
    {
        json.WriteStartObject();
        for (var i = 0; i < row.Length; i++)
        {
            json.WritePropertyName(columns[i].Name);
            switch (row[i])
            {
                case null: json.WriteNullValue(); break;
                case string text: json.WriteStringValue(text); break;
                case int number: json.WriteNumberValue(number); break;
                case decimal number: json.WriteNumberValue(number); break;
                case DateOnly day: json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
                case var other: throw new InvalidOperationException($"A cell cannot hold a {other.GetType().Name}.");
            }
        }

        json.WriteEndObject();
    }

    /// <summary>The name of a type in answers.</summary>
    internal static string TypeName(ColumnType type) => type.ToString().ToLowerInvariant();
}
