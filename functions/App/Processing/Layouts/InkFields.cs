using System.Collections.Immutable;
using Azure.AI.FormRecognizer.DocumentAnalysis;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.App.Processing.Layouts;

/// <summary>The fields of the model "dossier": seal1…, signature1… where ink was seen, unreadable1… for pages nobody could read, textLayerDiffers1… for pages that show other text than came with them.</summary>
internal static class InkFields
{
    /// <summary>Adds what a field says to its pages; fields of other names are none of ours.</summary>
    public static void Add(
        string name, DocumentField field, IReadOnlyDictionary<int, PageFrame> frames, IReadOnlyDictionary<int, ImmutableArray<LayoutInk>.Builder> ink, Dictionary<int, string> unreadable, HashSet<int> differing)
    {
        foreach (var region in field.BoundingRegions)
        {
            if (!frames.TryGetValue(region.PageNumber, out var frame))
                continue;
            if (name.StartsWith("unreadable", StringComparison.Ordinal))
                unreadable[region.PageNumber] = Reason(field.FieldType == DocumentFieldType.String && field.Value is not null ? field.Value.AsString() : field.Content);
            else if (name.StartsWith("textLayerDiffers", StringComparison.Ordinal))
                differing.Add(region.PageNumber);
            else if (Kind(name) is { } kind && frame.Box(region.BoundingPolygon) is { } box)
                ink[region.PageNumber].Add(new(kind, new(field.Confidence ?? 1), box));
        }
    }

    private static LayoutInkKind? Kind(string name) =>
        name.StartsWith("signature", StringComparison.Ordinal) ? LayoutInkKind.Signature
        : name.StartsWith("seal", StringComparison.Ordinal) ? LayoutInkKind.Seal
        : null;

    // The layout server gives short codes; people get a sentence.
    private static string Reason(string? code) => code switch
    {
        "timeout" => "Đọc trang mất quá nhiều thời gian.",
        "memory" or "out-of-memory" => "Trang quá lớn, vượt quá bộ nhớ cho phép.",
        "crashed" or "crash" => "Chương trình đọc trang dừng đột ngột ở trang này.",
        "too-large" => "Kích thước trang quá lớn.",
        "damaged" or "render-failed" => "Nội dung trang bị hỏng, không hiển thị được.",
        _ => "Không đọc được nội dung trang.",
    };
}
