using System.Collections.Immutable;
using System.Text.Json;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.Extraction.Tests.Layouts;

/// <summary>Reads a recorded answer of the layout service (Form Recognizer v3.1, with or without the envelope of the operation) into the layout model.</summary>
internal static class LayoutJson
{
    private static readonly string[] InkFields = ["seal", "signature"];

    public static FileLayout Read(JsonElement answer)
    {
        var result = answer.TryGetProperty("analyzeResult", out var inner) ? inner : answer;
        var pages = result.GetProperty("pages").EnumerateArray().ToList();
        var sizes = pages.ToDictionary(page => page.GetProperty("pageNumber").GetInt32(), page => (Width: page.GetProperty("width").GetDouble(), Height: page.GetProperty("height").GetDouble()));
        var words = pages.SelectMany(page => Items(page, "words")).Select(word => (Span: Span(word.GetProperty("span")), Confidence: word.GetProperty("confidence").GetDouble())).OrderBy(word => word.Span.Start).ToList();
        var model = result.GetProperty("modelId").GetString()!;
        return new("0", model, "recorded", model == "dossier", [.. pages.Select(page => Page(page, result, sizes, words))]);
    }

    private static PageLayout Page(JsonElement page, JsonElement result, Dictionary<int, (double Width, double Height)> sizes, List<((int Start, int Length) Span, double Confidence)> words)
    {
        var number = page.GetProperty("pageNumber").GetInt32();
        var size = sizes[number];
        double Sure((int Start, int Length) span) => words.Where(word => word.Span.Start < span.Start + span.Length && span.Start < word.Span.Start + word.Span.Length).Select(word => word.Confidence).DefaultIfEmpty(1).Min();
        var fields = Items(result, "documents").SelectMany(document => document.GetProperty("fields").EnumerateObject())
            .Where(field => Items(field.Value, "boundingRegions").Any(region => region.GetProperty("pageNumber").GetInt32() == number)).ToList();
        return new(
            number, size.Width * 72, size.Height * 72, page.GetProperty("angle").GetDouble(),
            [.. Items(page, "words").Select(word => new LayoutWord(word.GetProperty("content").GetString()!, new(word.GetProperty("confidence").GetDouble()), Box(word.GetProperty("polygon"), size)))],
            [.. Items(page, "lines").Select(line => new LayoutLine(line.GetProperty("content").GetString()!, new(Items(line, "spans").Select(span => Sure(Span(span))).DefaultIfEmpty(1).Min()), Box(line.GetProperty("polygon"), size)))],
            [.. Items(result, "tables").Select(table => Table(table, number, size, Sure)).OfType<LayoutTable>()],
            [.. Items(page, "selectionMarks").Select(mark => new LayoutMark(mark.GetProperty("state").GetString() == "selected", new(mark.GetProperty("confidence").GetDouble()), Box(mark.GetProperty("polygon"), size)))],
            [.. fields.Where(field => InkFields.Any(name => field.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))).Select(field => new LayoutInk(
                field.Name.StartsWith("seal", StringComparison.OrdinalIgnoreCase) ? LayoutInkKind.Seal : LayoutInkKind.Signature,
                new(field.Value.GetProperty("confidence").GetDouble()), Region(field.Value, number, size)!))],
            fields.Where(field => field.Name.StartsWith("unreadable", StringComparison.OrdinalIgnoreCase)).Select(field => field.Value.TryGetProperty("content", out var why) ? why.GetString() : "không đọc được").FirstOrDefault());
    }

    private static LayoutTable? Table(JsonElement table, int page, (double Width, double Height) size, Func<(int, int), double> sure)
    {
        if (Region(table, page, size) is not { } box) return null;
        var cells = Items(table, "cells").Where(cell => Region(cell, page, size) is not null).ToList();
        var first = cells.Count == 0 ? 0 : cells.Min(cell => cell.GetProperty("rowIndex").GetInt32());
        return new(
            cells.Count == 0 ? 0 : cells.Max(cell => cell.GetProperty("rowIndex").GetInt32()) - first + 1, table.GetProperty("columnCount").GetInt32(), box,
            [.. cells.Select(cell => new LayoutCell(
                cell.GetProperty("rowIndex").GetInt32() - first, cell.GetProperty("columnIndex").GetInt32(), Optional(cell, "rowSpan"), Optional(cell, "columnSpan"),
                cell.GetProperty("content").GetString()!, new(Items(cell, "spans").Select(span => sure(Span(span))).DefaultIfEmpty(1).Min()), Region(cell, page, size)!))]);
    }

    private static int Optional(JsonElement cell, string name) => cell.TryGetProperty(name, out var value) ? value.GetInt32() : 1;

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static PageBox? Region(JsonElement element, int page, (double Width, double Height) size) =>
        PageBox.Around(Items(element, "boundingRegions").Where(region => region.GetProperty("pageNumber").GetInt32() == page).Select(region => Box(region.GetProperty("polygon"), size)));

    private static PageBox Box(JsonElement polygon, (double Width, double Height) size)
    {
        var numbers = polygon.EnumerateArray().Select(number => number.GetDouble()).ToImmutableArray();
        var (xs, ys) = (numbers.Where((_, index) => index % 2 == 0).ToList(), numbers.Where((_, index) => index % 2 == 1).ToList());
        return new(xs.Min() / size.Width, ys.Min() / size.Height, xs.Max() / size.Width, ys.Max() / size.Height);
    }

    private static (int Start, int Length) Span(JsonElement span) => (span.GetProperty("offset").GetInt32(), span.GetProperty("length").GetInt32());
}
