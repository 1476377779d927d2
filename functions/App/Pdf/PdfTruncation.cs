using LearningSociety.App.Pdf.Objects;

namespace LearningSociety.App.Pdf;

/// <summary>
/// Finds out whether a file that had to be mended has lost parts of its pages. Readers show such a file with blank or
/// half pages; here it must be said, or a lost page would pass for a blank one.
/// </summary>
internal static class PdfTruncation
{
    /// <summary>What is missing, in Vietnamese; null when nothing is.</summary>
    public static string? Missing(PdfFile file, List<PdfPage> pages, PdfLimits limits)
    {
        if (!file.Repaired)
            return null;
        if (file.Dictionary(file.Catalog["Pages"]) is { } root && file.Resolve(root["Count"]) is PdfNumber { Whole: { } count } && count > pages.Count)
            return $"Tệp ghi là có {count} trang nhưng chỉ còn {pages.Count} trang; tệp bị cắt cụt hoặc hỏng.";
        for (var i = 0; i < pages.Count; i++)
            if (!IsWhole(file, pages[i], limits))
                return $"Nội dung trang {i + 1} bị mất một phần; tệp bị cắt cụt hoặc hỏng.";
        return null;
    }

    private static bool IsWhole(PdfFile file, PdfPage page, PdfLimits limits)
    {
        var seen = new HashSet<int>();
        var todo = new Stack<PdfValue>([page["Contents"], page["Resources"]]);
        var values = 0;
        while (todo.TryPop(out var value))
        {
            if (++values > limits.MaxValues)
                return true;
            if (value is PdfReference reference)
            {
                if (!seen.Add(reference.Number))
                    continue;
                value = file.Resolve(reference);
                if (value is PdfNull)
                    return false;
            }

            switch (value)
            {
                case PdfStream { Ended: false }:
                    return false;
                case PdfStream stream:
                    Push(todo, stream.Dictionary);
                    break;
                case PdfDictionary dictionary:
                    Push(todo, dictionary);
                    break;
                case PdfArray array:
                    array.Items.ForEach(todo.Push);
                    break;
            }
        }

        return true;
    }

    private static void Push(Stack<PdfValue> todo, PdfDictionary dictionary)
    {
        if (dictionary["Type"] is PdfName { Value: "Page" or "Pages" })
            return;
        foreach (var (key, value) in dictionary.Entries)
            if (key is not ("Parent" or "P" or "Metadata" or "StructParents" or "PieceInfo"))
                todo.Push(value);
    }
}
