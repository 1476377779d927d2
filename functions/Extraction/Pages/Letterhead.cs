using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Pages;

/// <summary>The letterhead: agencies on the left, national motto on the right, then number on the left and date on the right.</summary>
/// <param name="HasMotto">True when the motto was found.</param>
/// <param name="AgencyRows">The left column above the number.</param>
/// <param name="NumberLine">From "Số:" on.</param>
/// <param name="DateLine">From "ngày" on, place included where it stands on its own.</param>
/// <param name="Below">The rows below the letterhead.</param>
internal sealed partial record Letterhead(
    bool HasMotto, IReadOnlyList<TextRow> AgencyRows, TextRun? NumberLine, TextRun? DateLine, IReadOnlyList<TextRow> Below)
{
    private static readonly string[] Mottos = ["cong hoa xa hoi chu nghia viet nam", "cong hoa xa hoi chu nghia viet", "doc lap tu do hanh phuc", "dang cong san viet nam"];
    private const int RowsAfterMotto = 7;
    private const int MostLetters = 4;

    // "Môn, ngày 05 tháng 01 năm": what stands before may belong to the left column.
    private const int WordsOfDate = 6;

    /// <summary>Finds the letterhead in the first rows of a page.</summary>
    public static Letterhead Find(IReadOnlyList<TextRow> rows)
    {
        var (lastMotto, split) = FindMotto(rows);
        var number = FindNumber(rows, lastMotto, split);
        var date = FindDate(rows, lastMotto, number?.Row);
        var last = new[] { lastMotto, number?.Row ?? -1, date?.Row ?? -1 }.Max();
        if (last < 0) return new(false, [], null, null, rows);
        var above = number is { } found ? found.Row : lastMotto + 1;
        var agencies = split is { } edge ? rows.Take(above).Select(row => LeftOf(row, edge)).OfType<TextRow>().ToList() : [];
        return new(lastMotto >= 0, agencies, number?.Line, date?.Line, BelowRow(rows, last, number, date));
    }

    private static (int LastRow, double? Split) FindMotto(IReadOnlyList<TextRow> rows)
    {
        var (last, split) = (-1, (double?)null);
        for (var index = 0; index < rows.Count; index++)
        {
            var run = new TextRun(rows[index].Words);
            foreach (var motto in Mottos)
            {
                if (Approximate.Find(run.Key, motto) is not { } match) continue;
                var left = run.QuoteKey(match.Start, match.Length).Words[0].Box.Left;
                (last, split) = (index, Math.Min(split ?? 1, left));
                break;
            }
        }

        // The motto stands in the right half; text that runs across the page has no columns.
        return (last, split is > 0.3 ? split - 0.005 : null);
    }

    private static (int Row, TextRun Line)? FindNumber(IReadOnlyList<TextRow> rows, int lastMotto, double? split)
    {
        var until = lastMotto >= 0 ? Math.Min(rows.Count, lastMotto + RowsAfterMotto) : rows.Count;
        for (var index = 0; index < until; index++)
        {
            var words = LeftColumn(rows[index], split);
            for (var at = 0; at < words.Length; at++)
            {
                var rest = new TextRun(words[at..]);
                if (words[at].IsCapitalised && NumberPattern().IsMatch(rest.Plain)) return (index, rest);
            }
        }

        return split is null ? null : FindNumberByPlace(rows, lastMotto, until, split);
    }

    // "Số:" read as other letters, or lost: a number and sign alone on a line of the left column below the motto.
    private static (int Row, TextRun Line)? FindNumberByPlace(IReadOnlyList<TextRow> rows, int lastMotto, int until, double? split)
    {
        for (var index = lastMotto + 1; index < until; index++)
        {
            var words = LeftColumn(rows[index], split);
            var at = words.IsEmpty || (words[0].Key.Length <= MostLetters && !words[0].Text.Contains('/', StringComparison.Ordinal)) ? 1 : 0;
            if (at < words.Length && new TextRun(words[at..]) is var line && BareNumberPattern().IsMatch(line.Plain) && line.Words.All(word => word.Key.Length == 0 || word.Key.All(char.IsAsciiDigit) || char.IsUpper(word.Text.First(char.IsLetter)))) return (index, line);
        }

        return null;
    }

    private static ImmutableArray<PlacedWord> LeftColumn(TextRow row, double? split) =>
        split is { } edge ? [.. row.Words.Where(word => word.Box.CentreX < edge || word.Box.Left < edge - 0.02)] : row.Words;

    private static (int Row, TextRun Line)? FindDate(IReadOnlyList<TextRow> rows, int lastMotto, int? numberRow)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            var isNear = (numberRow is { } row && Math.Abs(index - row) <= 2) || (lastMotto >= 0 && index >= lastMotto && index <= Math.Min(lastMotto + 3, numberRow ?? int.MaxValue));
            var run = new TextRun(rows[index].Words);
            var match = DatePattern().Match(run.Plain);
            if (!match.Success || !isNear || run.Plain.Contains("hom nay", StringComparison.Ordinal) || run.Plain.Contains("can cu", StringComparison.Ordinal)) continue;
            var words = run.QuotePlain(match).Words;
            return YearBelow(rows, index, words) is { } below ? (below.Row, new(words.Add(below.Year))) : (index, new(words));
        }

        return null;
    }

    // In a narrow column the year goes over to the next line, which may be that of the number.
    private static (int Row, PlacedWord Year)? YearBelow(IReadOnlyList<TextRow> rows, int index, ImmutableArray<PlacedWord> date)
    {
        if (date[^1].Key.Any(char.IsAsciiDigit)) return null;
        var box = PageBox.Around(date.TakeLast(WordsOfDate).Select(word => word.Box))!;
        for (var row = index + 1; row <= Math.Min(index + 2, rows.Count - 1); row++)
        {
            PlacedWord[] below = [.. rows[row].Words.Where(word => word.Box.CentreX > box.Left && word.Box.CentreX < box.Right)];
            if (below is [var year] && YearPattern().IsMatch(year.Text) && year.Box.Top - box.Bottom < year.Box.Height) return (row, year);
        }

        return null;
    }

    // A title that follows number and date on the same row is kept, as in texts whose line breaks were lost.
    private static List<TextRow> BelowRow(IReadOnlyList<TextRow> rows, int last, (int Row, TextRun Line)? number, (int Row, TextRun Line)? date)
    {
        var below = rows.Skip(last + 1).ToList();
        var lastLine = date?.Row == last ? date.Value.Line : number?.Row == last ? number.Value.Line : null;
        if (lastLine is null || lastLine.Words.IsEmpty) return below;
        var end = rows[last].Words.IndexOf(lastLine.Words[^1]);
        var tail = rows[last].Words[(end + 1)..];
        if (tail.Any(word => word.IsCapitals) && tail.Length >= 2) below.Insert(0, new(tail));
        return below;
    }

    private static TextRow? LeftOf(TextRow row, double edge)
    {
        var words = row.Words.Where(word => word.Box.CentreX < edge && (word.Key.Length > 0 || word.Text == "-")).ToArray();
        return words.All(word => word.Key.Length == 0) ? null : new([.. words]);
    }

    [GeneratedRegex("^s[o06]\\s?[-:;.,]?\\s?([0-9oilsz.…_ ]{0,12})\\s?/\\s?[a-z]|^s[o06]\\s?[:;]")]
    private static partial Regex NumberPattern();

    [GeneratedRegex("^[0-9]{1,4}\\s?/\\s?[a-z]{2,}(-[a-z&]+)*[;,.:]?$")]
    private static partial Regex BareNumberPattern();

    [GeneratedRegex("([a-z][a-z. ]{1,40}, ?)?(nga[yv][\\s.,_…]*[0-9oilz?]{0,2}|(?<![a-z0-9/.-])[0-9]{1,2})[\\s.,_…]*th[a-z]n[gq][\\s.,_…]*[0-9oilz?]{0,2}[\\s.,_…]*na ?[mn][\\s.,_…]*[0-9oilsz?]{0,5}")]
    private static partial Regex DatePattern();

    [GeneratedRegex("^(19|20)[0-9]{2}[.,;]?$")]
    private static partial Regex YearPattern();
}
