using System.Globalization;
using System.Text.Json;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Result;

/// <summary>
/// What the model "dossier" adds: one document of type "dossier" with a field of type signature for each seal and each handwriting
/// (seal1…, signature1…), and a string field for each page that could not be read (unreadable1…)
/// or shows something else than its text layer says (textLayerDiffers1…).
/// </summary>
public static class DossierDocument
{
    /// <summary>Writes the document.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<PageReading> pages)
    {
        writer.WriteStartObject();
        writer.WriteString("docType", "dossier");
        writer.WriteStartArray("boundingRegions");
        foreach (var page in pages)
        {
            writer.WriteStartObject();
            writer.WriteNumber("pageNumber", page.Number);
            writer.WriteStartArray("polygon");
            foreach (var value in Whole(page)) writer.WriteNumberValue(value);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("fields");
        WriteInk(writer, pages, InkKind.Seal, "seal");
        WriteInk(writer, pages, InkKind.Signature, "signature");
        WritePages(writer, pages, "unreadable", page => page.Unreadable);
        WritePages(writer, pages, "textLayerDiffers", page => page.TextLayerDiffers);
        writer.WriteEndObject();
        writer.WriteNumber("confidence", 1);
        writer.WriteStartArray("spans");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteInk(Utf8JsonWriter writer, IReadOnlyList<PageReading> pages, InkKind kind, string name)
    {
        var number = 0;
        foreach (var page in pages)
            foreach (var ink in page.Ink.Where(i => i.Kind == kind))
            {
                writer.WriteStartObject(name + (++number).ToString(CultureInfo.InvariantCulture));
                writer.WriteString("type", "signature");
                writer.WriteString("valueSignature", "signed");
                writer.WriteString("content", "");
                AnalyzeResult.WriteRegion(writer, page.Number, ink.Polygon);
                writer.WriteNumber("confidence", ink.Confidence);
                writer.WriteStartArray("spans");
                writer.WriteEndArray();
                writer.WriteEndObject();
            }
    }

    /// <summary>A string field for each page that something is said about.</summary>
    private static void WritePages(Utf8JsonWriter writer, IReadOnlyList<PageReading> pages, string name, Func<PageReading, string?> say)
    {
        var number = 0;
        foreach (var page in pages)
        {
            if (say(page) is not { } said) continue;
            writer.WriteStartObject(name + (++number).ToString(CultureInfo.InvariantCulture));
            writer.WriteString("type", "string");
            writer.WriteString("valueString", said);
            writer.WriteString("content", "");
            AnalyzeResult.WriteRegion(writer, page.Number, Whole(page));
            writer.WriteNumber("confidence", 1);
            writer.WriteStartArray("spans");
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    private static double[] Whole(PageReading page) => [0, 0, page.Width, 0, page.Width, page.Height, 0, page.Height];
}
