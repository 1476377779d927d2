namespace LearningSociety.Extraction.Pages;

/// <summary>Whether there is anything on a page to read.</summary>
internal static class PageCondition
{
    private const double SureWord = 0.5;
    private const int NoiseWords = 3;

    /// <summary>True when a page holds no ink, no table and no word but specks that OCR took for letters.</summary>
    public static bool IsBlank(Sheet sheet)
    {
        if (!sheet.Layout.Ink.IsEmpty || !sheet.Tables.IsEmpty) return false;
        var words = sheet.Words.Where(word => word.Key.Length > 0).ToList();
        if (words.Count == 0) return true;
        if (words.Any(word => word.Key.Length >= 2 && word.Confidence.Value >= SureWord && !IsPageNumber(word.Key))) return false;
        return words.Count <= NoiseWords || words.All(word => word.Confidence.Value < SureWord || IsPageNumber(word.Key) || word.Key.Length < 2);
    }

    private static bool IsPageNumber(string key) => key.Length <= 3 && key.All(char.IsAsciiDigit);
}
