using System.Text.RegularExpressions;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Header;

/// <summary>
/// Reads the issuing agency out of the letterhead's left column: the lower of two agencies, each of which may take several lines.
/// The office's name helps where it is plainly the same name; it never replaces another one.
/// </summary>
internal static partial class IssuingAgency
{
    private const double SameName = 0.93;
    private const double SureWord = 0.97;
    private const double SureDash = 0.9;
    private const double Mended = 0.9;
    private const double Legible = 0.3;
    private const int FewestRead = 5;

    /// <summary>The agency; null when the column is empty.</summary>
    /// <param name="rows">The left column above the number.</param>
    /// <param name="officeName">The office's name as people write it.</param>
    /// <param name="mend">Shows words that recognition slipped on as they are spelt.</param>
    public static Read<string>? Read(IReadOnlyList<TextRow> rows, string officeName, Func<Quote, Quote> mend)
    {
        var lines = rows.Where(row => row.Words.Any(word => word.Key.Any(char.IsLetter)) && (row.Key.Length >= 3 || IsShortName(row)))
            .Select(row => new TextRow([.. row.Words.SkipWhile(word => word.Key.Length == 0).Where(word => word.Key.Length > 0 || word.Confidence.Value >= SureDash)])).ToList();
        if (lines.Count == 0) return null;
        for (var first = 0; first < lines.Count; first++)
        {
            var tail = new Quote([.. lines.Skip(first).SelectMany(row => row.Words)]);
            if (IsOffice(tail, officeName)) return tail.As(officeName);
        }

        var start = lines.Count - 1;
        while (start > 0 && (GoesOn(lines[start - 1]) || !BeginsAgency(lines, start))) start--;
        var agency = Trimmed([.. lines.Skip(start).SelectMany(row => row.Words)]);
        var mended = mend(agency);
        return agency.As(QuotationMarks.Paired(mended), mended.Shown == agency.Shown ? 1 : Mended);
    }

    // "HÀ", "AN", "MỖ": the end of a name on a line of its own, and no speck.
    private static bool IsShortName(TextRow row) => row.Words is [{ IsCapitals: true, Key.Length: 2 } word] && word.Confidence.Value >= (PlaceSyllables.IsName(word.Text) ? Legible : SureDash);

    // "PHÒNG VĂN HÓA -" and "XÃ HỘI" below it are one name.
    private static bool GoesOn(TextRow line) => line.Words[^1] .Text == "-";

    private static Quote Trimmed(IReadOnlyList<PlacedWord> words) => new([.. words.Reverse().SkipWhile(word => word.Key.Length == 0).Reverse()]);

    // Words that were read surely must be the office's own; only unsure ones are forgiven a slip.
    private static bool IsOffice(Quote printed, string officeName)
    {
        if (VietnameseText.SameWords(printed.Raw, officeName)) return true;
        return printed.Confidence.Value < SureWord && Numbers(printed.Raw) == Numbers(officeName)
            && (TextSimilarity.Of(printed.Raw, officeName) >= SameName || LacksWord(printed, officeName));
    }

    // A long name of which one word was not found, under a stroke or a seal.
    private static bool LacksWord(Quote printed, string officeName)
    {
        var (read, whole) = (VietnameseText.Words(printed.Raw).Split(' '), VietnameseText.Words(officeName).Split(' '));
        return read.Length >= FewestRead && whole.Length == read.Length + 1 && Enumerable.Range(1, whole.Length - 2).Any(at => whole.Where((_, other) => other != at).SequenceEqual(read));
    }

    private static string Numbers(string text) => string.Join(' ', VietnameseText.Words(text).Split(' ').Where(word => word.Any(char.IsAsciiDigit)));

    // "BAN CHỈ HUY QUÂN SỰ" takes its place's name from the next line where it has none yet; any other body begins anew with the words that bodies begin with.
    private static bool BeginsAgency(List<TextRow> lines, int at)
    {
        if (!OrganisationNames.Begins(lines[at].Key)) return false;
        if (!PlaceStart().IsMatch(lines[at].Key)) return true;
        var first = lines.FindLastIndex(at - 1, line => OrganisationNames.Begins(line.Key));
        return first >= 0 && Place().IsMatch(string.Join(' ', lines.Skip(first).Take(at - first).Select(line => line.Key)));
    }

    [GeneratedRegex("^(tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong|thi tran|dac khu) ")]
    private static partial Regex PlaceStart();

    // The "xã" of "hợp tác xã" and "xã hội" is no place, nor is the "quân" of "quân sự" a "quận".
    [GeneratedRegex("(^| )(tinh|thanh pho|tp|huyen|quan(?! su)|thi xa|(?<!hop tac )xa(?! hoi)|phuong|thi tran|dac khu) [a-z]")]
    private static partial Regex Place();
}
