using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Header;

/// <summary>Quotation marks in names: recognition gives “ ” as any of several signs.</summary>
internal static class QuotationMarks
{
    private const string Signs = "\"\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033";

    /// <summary>The words as printed where they were read surely; otherwise with their quotation marks in pairs, as word processors set them.</summary>
    public static string Paired(Quote quote)
    {
        var shown = quote.Shown;
        if (quote.Confidence >= Confidence.OfTextLayer) return shown;

        // The last sign of a name in quotation marks was read as another one.
        if (shown.Count(Signs.Contains) == 1 && !Signs.Contains(shown[^1], StringComparison.Ordinal) && char.IsPunctuation(shown[^1])) shown = shown[..^1] + '\u201D';
        if (shown.Count(Signs.Contains) % 2 != 0) return shown;
        var isOpen = false;
        return string.Concat(shown.Select(letter => !Signs.Contains(letter) ? letter : (isOpen = !isOpen) ? '\u201C' : '\u201D'));
    }
}
