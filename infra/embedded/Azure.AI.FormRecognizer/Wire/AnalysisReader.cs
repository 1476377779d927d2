using System.Text.Json;

namespace Azure.AI.FormRecognizer.DocumentAnalysis.Wire;

/// <summary>Reads the result of an analysis out of its JSON. What the service leaves out gets the value that the contract gives it.</summary>
/// <remarks>The typed nulls are needed: a bare null would be taken as a text and made a value of the kind.</remarks>
internal static class AnalysisReader
{
    public static AnalyzeResult Read(JsonElement json) => new(
        json.Text("modelId"),
        json.Text("content"),
        json.List("pages", Page),
        json.List("tables", Table),
        json.List("keyValuePairs", Pair),
        json.List("styles", Style),
        json.List("languages", static language => new DocumentLanguage(language.Text("locale"), language.Spans(), language.Confidence())),
        json.List("documents", FieldReader.Document),
        json.List("paragraphs", static paragraph => new DocumentParagraph(
            paragraph.Text("role") is { } role ? new ParagraphRole(role) : (ParagraphRole?)null, paragraph.Text("content"), paragraph.Regions(), paragraph.Spans())),
        json.Text("apiVersion"));

    private static DocumentPage Page(JsonElement json)
    {
        var words = json.List("words", static word => new DocumentWord(word.Text("content"), word.Polygon(), word.Span(), word.Confidence()));
        return new(
            json.Number("pageNumber", 0),
            json.Real("angle"),
            json.Real("width"),
            json.Real("height"),
            json.Text("unit") switch { "inch" => DocumentPageLengthUnit.Inch, "pixel" => DocumentPageLengthUnit.Pixel, _ => null },
            json.Spans(),
            words,
            json.List("selectionMarks", static mark => new DocumentSelectionMark(FieldReader.State(mark.Text("state")), mark.Polygon(), mark.Span(), mark.Confidence())),
            json.List("lines", line => Line(line, words)),
            json.List("barcodes", static code => new DocumentBarcode(new(code.Text("kind") ?? string.Empty), code.Text("value"), code.Polygon(), code.Span(), code.Confidence())),
            json.List("formulas", static formula => new DocumentFormula(new(formula.Text("kind") ?? string.Empty), formula.Text("value"), formula.Polygon(), formula.Span(), formula.Confidence())));
    }

    private static DocumentLine Line(JsonElement json, IReadOnlyList<DocumentWord> words)
    {
        var spans = json.Spans();
        var within = words.Where(word => spans.Any(span => span.Contains(word.Span))).ToArray();
        return new(json.Text("content"), json.Polygon(), spans, within);
    }

    private static DocumentTable Table(JsonElement json) => new(
        json.Number("rowCount", 0),
        json.Number("columnCount", 0),
        json.List("cells", static cell => new DocumentTableCell(
            cell.Text("kind") is { } kind ? new DocumentTableCellKind(kind) : DocumentTableCellKind.Content,
            cell.Number("rowIndex", 0),
            cell.Number("columnIndex", 0),
            cell.Number("rowSpan", 1),
            cell.Number("columnSpan", 1),
            cell.Text("content"),
            cell.Regions(),
            cell.Spans())),
        json.Regions(),
        json.Spans());

    private static DocumentKeyValuePair Pair(JsonElement json) => new(
        json.Child("key", Element), json.Child("value", Element), json.Confidence());

    private static DocumentKeyValueElement Element(JsonElement json) => new(json.Text("content"), json.Regions(), json.Spans());

    private static DocumentStyle Style(JsonElement json) => new(
        json.Truth("isHandwritten"),
        json.Spans(),
        json.Confidence(),
        json.Text("similarFontFamily"),
        json.Text("fontStyle") is { } style ? new DocumentFontStyle(style) : (DocumentFontStyle?)null,
        json.Text("fontWeight") is { } weight ? new DocumentFontWeight(weight) : (DocumentFontWeight?)null,
        json.Text("color"),
        json.Text("backgroundColor"));
}
