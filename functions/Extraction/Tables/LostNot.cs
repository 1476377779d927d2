using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;

namespace LearningSociety.Extraction.Tables;

/// <summary>
/// Watches for "Không đạt" of which only "đạt" was read: the two must never be taken for one another. What gives it away is ink
/// before the word, and a small first letter in a table whose other results begin with a capital.
/// </summary>
internal static class LostNot
{
    private const double WideInk = 0.6;
    private const double MostCapitals = 0.6;

    /// <summary>True when unreadable ink as wide as most of a word stands before the first word of the cells.</summary>
    public static bool HasInkBefore(Sheet sheet, ImmutableArray<LayoutCell> cells)
    {
        var words = sheet.Words.Where(word => cells.Any(cell => cell.Box.Contains(word.Box.CentreX, word.Box.CentreY))).OrderBy(word => word.Box.CentreY).ToList();
        var first = words.Find(word => word.Key.Any(char.IsLetter));
        if (first is null) return false;
        var before = words.Where(word => word.Key.Length == 0 && word.Box.CentreX < first.Box.Left && Math.Abs(word.Box.CentreY - first.Box.CentreY) < first.Box.Height);
        return before.Sum(word => word.Box.Width) >= WideInk * first.Box.Width;
    }

    /// <summary>The lines with a doubt on each result whose words begin with a small "đạt" where the others begin with a capital.</summary>
    public static IReadOnlyList<TableLine> Doubted(IReadOnlyList<TableLine> lines)
    {
        var worded = lines.Where(line => line.Result.Result is { Raw: var raw } && raw.Any(char.IsLetter) && raw.Length > 1).ToList();
        var capitals = worded.Count(line => char.IsUpper(FirstLetter(line)));
        return capitals < MostCapitals * worded.Count || capitals == worded.Count ? lines : [.. lines.Select(line => MayLackNot(line) ? Doubted(line) : line)];
    }

    private static bool MayLackNot(TableLine line) => line.Result.Result is { Value: not Result.NotMet, Raw.Length: > 1 } read
        && read.Confidence < Confidence.OfTextLayer && char.IsLower(FirstLetter(line)) && VietnameseText.Words(read.Raw).StartsWith("dat", StringComparison.Ordinal);

    private static TableLine Doubted(TableLine line) =>
        line with { Result = line.Result with { Doubt = line.Result.Doubt ?? $"đọc được “{line.Result.Result!.Raw}” viết thường, có thể mất chữ “Không” phía trước" } };

    private static char FirstLetter(TableLine line) => line.Result.Result!.Raw.FirstOrDefault(char.IsLetter);
}
