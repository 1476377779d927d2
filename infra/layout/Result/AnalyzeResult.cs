using System.Text.Json;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Result;

/// <summary>Writes page readings as the analyzeResult object of the Form Recognizer REST API, version 2023-07-31.</summary>
public static class AnalyzeResult
{
    /// <summary>The API version spoken here.</summary>
    public const string ApiVersion = "2023-07-31";

    /// <summary>Writes the analyzeResult object. Spans count UTF-16 code units.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="model">The model id asked for.</param>
    /// <param name="pages">Pages in order.</param>
    public static void Write(Utf8JsonWriter writer, string model, IReadOnlyList<PageReading> pages)
    {
        var content = new ContentIndex(pages);
        writer.WriteStartObject();
        writer.WriteString("apiVersion", ApiVersion);
        writer.WriteString("modelId", model);
        writer.WriteString("stringIndexType", "utf16CodeUnit");
        writer.WriteString("content", content.Text);
        writer.WriteStartArray("pages");
        for (var p = 0; p < pages.Count; p++) WritePage(writer, pages[p], content, p);
        writer.WriteEndArray();
        writer.WriteStartArray("tables");
        for (var p = 0; p < pages.Count; p++)
            foreach (var table in pages[p].Tables) WriteTable(writer, pages[p], table, content, p);
        writer.WriteEndArray();
        WriteEmpty(writer, "paragraphs");
        WriteEmpty(writer, "styles");
        WriteEmpty(writer, "languages");
        writer.WriteStartArray("documents");
        if (model == Models.Dossier) DossierDocument.Write(writer, pages);
        writer.WriteEndArray();
        WriteWarnings(writer, pages);
        writer.WriteEndObject();
    }

    private static void WritePage(Utf8JsonWriter writer, PageReading page, ContentIndex content, int index)
    {
        writer.WriteStartObject();
        writer.WriteNumber("pageNumber", page.Number);
        writer.WriteNumber("angle", page.Angle);
        writer.WriteNumber("width", page.Width);
        writer.WriteNumber("height", page.Height);
        writer.WriteString("unit", page.Unit);
        writer.WriteStartArray("words");
        for (var w = 0; w < page.Words.Count; w++)
        {
            var word = page.Words[w];
            if (word.Selected is not null) continue;
            writer.WriteStartObject();
            writer.WriteString("content", word.Text);
            WritePolygon(writer, word.Polygon);
            writer.WriteNumber("confidence", word.Confidence);
            writer.WritePropertyName("span");
            WriteSpan(writer, content.Word(index, w));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("lines");
        foreach (var line in page.Lines)
        {
            var span = content.Words(index, line.First, line.Count);
            writer.WriteStartObject();
            writer.WriteString("content", content.Text.AsSpan(span.Offset, span.Length));
            WritePolygon(writer, line.Polygon);
            WriteSpans(writer, span);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("selectionMarks");
        for (var w = 0; w < page.Words.Count; w++)
        {
            if (page.Words[w] is not { Selected: { } selected } mark) continue;
            writer.WriteStartObject();
            writer.WriteString("state", selected ? "selected" : "unselected");
            WritePolygon(writer, mark.Polygon);
            writer.WriteNumber("confidence", mark.Confidence);
            writer.WritePropertyName("span");
            WriteSpan(writer, content.Word(index, w));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteSpans(writer, content.Page(index));
        writer.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter writer, PageReading page, TableReading table, ContentIndex content, int index)
    {
        writer.WriteStartObject();
        writer.WriteNumber("rowCount", table.Rows);
        writer.WriteNumber("columnCount", table.Columns);
        writer.WriteStartArray("cells");
        foreach (var cell in table.Cells)
        {
            var span = content.Words(index, cell.First, cell.Count);
            writer.WriteStartObject();
            writer.WriteString("kind", "content");
            writer.WriteNumber("rowIndex", cell.Row);
            writer.WriteNumber("columnIndex", cell.Column);
            if (cell.RowSpan > 1) writer.WriteNumber("rowSpan", cell.RowSpan);
            if (cell.ColumnSpan > 1) writer.WriteNumber("columnSpan", cell.ColumnSpan);
            writer.WriteString("content", content.Text.AsSpan(span.Offset, span.Length));
            WriteRegion(writer, page.Number, cell.Polygon);
            WriteSpans(writer, span);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteRegion(writer, page.Number, table.Polygon);
        WriteSpans(writer, [.. table.Cells.Select(c => content.Words(index, c.First, c.Count)).Where(s => s.Length > 0)]);
        writer.WriteEndObject();
    }

    private static void WriteWarnings(Utf8JsonWriter writer, IReadOnlyList<PageReading> pages)
    {
        if (pages.All(p => p.Unreadable is null)) return;
        writer.WriteStartArray("warnings");
        foreach (var page in pages.Where(p => p.Unreadable is not null))
        {
            writer.WriteStartObject();
            writer.WriteString("code", "PageUnreadable");
            writer.WriteString("message", $"Page {page.Number} could not be read: {page.Unreadable}.");
            writer.WriteString("target", $"#/pages/{page.Number}");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    internal static void WriteRegion(Utf8JsonWriter writer, int page, double[] polygon)
    {
        writer.WriteStartArray("boundingRegions");
        writer.WriteStartObject();
        writer.WriteNumber("pageNumber", page);
        WritePolygon(writer, polygon);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WritePolygon(Utf8JsonWriter writer, double[] polygon)
    {
        writer.WriteStartArray("polygon");
        foreach (var value in polygon) writer.WriteNumberValue(value);
        writer.WriteEndArray();
    }

    private static void WriteSpans(Utf8JsonWriter writer, params IReadOnlyList<Span> spans)
    {
        writer.WriteStartArray("spans");
        foreach (var span in spans) WriteSpan(writer, span);
        writer.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter writer, Span span)
    {
        writer.WriteStartObject();
        writer.WriteNumber("offset", span.Offset);
        writer.WriteNumber("length", span.Length);
        writer.WriteEndObject();
    }

    private static void WriteEmpty(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartArray(name);
        writer.WriteEndArray();
    }
}
