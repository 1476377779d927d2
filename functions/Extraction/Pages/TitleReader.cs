using System.Text.RegularExpressions;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Pages;

/// <summary>Finds the title in capitals below the letterhead and the subject that follows it.</summary>
internal static partial class TitleReader
{
    private const int RowsToTitle = 5;
    private const int FewestLetters = 6;

    /// <summary>The title's and the subject's words; both empty when the rows begin with running text or a numbered heading.</summary>
    /// <param name="rows">The rows below the letterhead.</param>
    /// <param name="tableTop">Where the first table begins, page fraction: a subject ends there.</param>
    /// <param name="subjectRows">Most rows a subject takes after the title.</param>
    public static (IReadOnlyList<PlacedWord> Title, IReadOnlyList<PlacedWord> Subject) Find(IReadOnlyList<TextRow> rows, double tableTop, int subjectRows)
    {
        for (var index = 0; index < Math.Min(rows.Count, RowsToTitle); index++)
        {
            if (NumberedHeading().IsMatch(new TextRun(rows[index].Words).Plain)) return ([], []);
            var capitals = LeadingCapitals(rows[index].Words);
            if (capitals.Count == 0 || Letters(capitals) < FewestLetters || IsSignatureTitle(rows[index])) continue;
            var title = new List<PlacedWord>(capitals);
            var next = index + 1;
            while (capitals.Count == rows[next - 1].Words.Length && next < rows.Count && rows[next].Box.Top < tableTop
                && LeadingCapitals(rows[next].Words) is { Count: > 0 } more && !NumberedHeading().IsMatch(new TextRun(rows[next].Words).Plain))
            {
                title.AddRange(more);
                capitals = more;
                next++;
            }

            var subject = rows[next - 1].Words.Skip(capitals.Count).ToList();
            foreach (var row in rows.Skip(next).Take(subjectRows).TakeWhile(row => row.Box.Top < tableTop && !BodyStart().IsMatch(row.Key))) subject.AddRange(row.Words);
            return (title, subject);
        }

        return ([], []);
    }

    // Numbers, quotation marks and dashes between capitals belong to them.
    private static List<PlacedWord> LeadingCapitals(IReadOnlyList<PlacedWord> words)
    {
        var last = -1;
        for (var index = 0; index < words.Count; index++)
        {
            if (words[index].Text.Any(char.IsLetter))
            {
                if (!words[index].IsCapitals) break;
                last = index;
            }
            else if (last >= 0 && words[index].Key.Length > 0)
            {
                last = index;
            }
        }

        return [.. words.Take(last + 1)];
    }

    private static int Letters(IEnumerable<PlacedWord> words) => words.Sum(word => word.Key.Length);

    private static bool IsSignatureTitle(TextRow row) => SignatureTitle().IsMatch(row.Key);

    [GeneratedRegex("^([ivx]{1,4}|[0-9]{1,2}|[a-z])\\s?[.)/]")]
    private static partial Regex NumberedHeading();

    [GeneratedRegex("^(kinh gui|can cu|hom nay|dieu 1|thuc hien (ke hoach|cong van|thong tu|quyet dinh)|i [a-z]|1 )")]
    private static partial Regex BodyStart();

    [GeneratedRegex("^(tm|kt|tl|tuq|q) |^noi nhan")]
    private static partial Regex SignatureTitle();
}
