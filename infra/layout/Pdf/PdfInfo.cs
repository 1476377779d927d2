using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LearningSociety.Layout.Analysis;

namespace LearningSociety.Layout.Pdf;

/// <summary>The size of a page as displayed (its turn applied), points.</summary>
public sealed record PdfPageSize(double Width, double Height);

/// <summary>A PDF's pages, or why it cannot be read.</summary>
/// <param name="Pages">Sizes in page order; empty when <paramref name="Fault"/> is set.</param>
/// <param name="Fault">A code of <see cref="FileFaults"/>; null when it can be read.</param>
public sealed partial record PdfInfo(IReadOnlyList<PdfPageSize> Pages, string? Fault)
{
    /// <summary>Asks poppler about a file.</summary>
    /// <param name="path">The PDF.</param>
    /// <param name="limit">Time limit.</param>
    /// <param name="mostPages">Sizes are given for at most so many pages; one more is listed so that a caller sees there are too many.</param>
    public static PdfInfo Of(string path, TimeSpan limit, int mostPages)
    {
        var result = Tool.Run("pdfinfo", limit, "-f", "1", "-l", (mostPages + 1).ToString(CultureInfo.InvariantCulture), path);
        if (result.ExitCode != 0) return new([], IsEncrypted(result.Errors) ? FileFaults.Encrypted : IsEmpty(result.Errors) ? FileFaults.NoPages : FileFaults.Damaged);
        var text = Encoding.UTF8.GetString(result.Output);
        var turns = TurnLine().Matches(text).ToDictionary(m => m.Groups[1].Value, m => int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture));
        var pages = SizeLine().Matches(text).Select(m =>
        {
            double width = Number(m.Groups[2]), height = Number(m.Groups[3]);
            return turns.GetValueOrDefault(m.Groups[1].Value) % 180 == 0 ? new PdfPageSize(width, height) : new PdfPageSize(height, width);
        }).ToList();
        return pages.Count == 0 ? new([], FileFaults.NoPages) : new(pages, null);
    }

    private static bool IsEncrypted(string errors) =>
        errors.Contains("password", StringComparison.OrdinalIgnoreCase) || errors.Contains("encrypt", StringComparison.OrdinalIgnoreCase);

    /// <summary>Poppler's complaint when the first page asked for is after the last.</summary>
    private static bool IsEmpty(string errors) => errors.Contains("Wrong page range", StringComparison.OrdinalIgnoreCase);

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Page\s+(\d+) size:\s+([\d.]+) x ([\d.]+) pts", RegexOptions.Multiline)]
    private static partial Regex SizeLine();

    [GeneratedRegex(@"^Page\s+(\d+) rot:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex TurnLine();
}
