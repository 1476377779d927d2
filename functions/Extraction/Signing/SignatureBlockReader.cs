using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Signing;

/// <summary>Finds the signature block of a page.</summary>
internal static class SignatureBlockReader
{
    private const double RightHalf = 0.42;
    private const double ColumnReach = 0.17;
    private const double NameReach = 0.24;
    private const double InlineTail = 6;
    private const double UntitledColumn = 0.72;
    private const double BesideRecipients = 0.05;
    private const int WholeName = 3;

    /// <summary>The page's signature block; null when the page ends in running text or a table.</summary>
    public static SignatureBlock? Find(Sheet sheet)
    {
        var recipients = sheet.Rows.FirstOrDefault(row => Approximate.Find(FirstWords(row), "noi nhan", 1) is { Start: 0 });
        var titles = TitlePieces(sheet, recipients);
        if (titles.Count == 0) return Inline(sheet) ?? (recipients is null ? Inked(sheet) : Untitled(sheet, recipients));
        var last = titles[^1];
        var below = RowsBelow(sheet, last.Box);
        var signer = NameIn(below);
        var top = Math.Min(titles[0].Box.Top, recipients?.Box.Top ?? 1);
        var bottom = signer?.Words.Max(word => word.Box.Bottom) ?? Math.Min(1, last.Box.Bottom + NameReach);
        return new(new(0, top, 1, bottom), new([.. titles.SelectMany(piece => piece.Words)]), signer, below);
    }

    // Where the seal covers the whole title, the name still stands beside the recipients: only a whole one tells itself.
    private static SignatureBlock Untitled(Sheet sheet, TextRow recipients)
    {
        var column = new PageBox(UntitledColumn - 0.01, recipients.Box.Top, UntitledColumn + 0.01, recipients.Box.Bottom);
        var below = RowsBelow(sheet, column);
        var signer = NameIn(below) is { } name && PersonName.IsWhole(name) ? name : null;
        return new(new(0, recipients.Box.Top, 1, 1), null, signer, below);
    }

    // Where the seal hides the title and there are no recipients, the hand beside it and the whole name below tell the place.
    private static SignatureBlock? Inked(Sheet sheet)
    {
        var seals = sheet.Layout.Ink.Where(ink => ink.Kind == LayoutInkKind.Seal).ToArray();
        foreach (var hand in sheet.Layout.Ink.Where(ink => ink.Kind == LayoutInkKind.Signature && ink.Box.CentreX > RightHalf))
        {
            if (seals.FirstOrDefault(seal => IsBeside(seal.Box, hand.Box)) is not { } seal) continue;
            var below = RowsBelow(sheet, new(hand.Box.Left, hand.Box.Top, hand.Box.Right, hand.Box.CentreY));
            if (NameIn(below) is not { } name || !PersonName.IsWhole(name)) continue;
            return new(new(0, Math.Min(seal.Box.Top, hand.Box.Top), 1, name.Words.Max(word => word.Box.Bottom)), null, name, below);
        }

        return null;
    }

    private static bool IsBeside(PageBox seal, PageBox hand) =>
        hand.CentreY > seal.Top - BesideRecipients && hand.CentreY < seal.Bottom + BesideRecipients && hand.Left < seal.Right + BesideRecipients && hand.Right > seal.Left - BesideRecipients;

    // Titles stand together, right of the middle; in minutes there may be two side by side, of which the right one leads.
    private static List<TextRow> TitlePieces(Sheet sheet, TextRow? recipients)
    {
        var pieces = sheet.LetteredRows.SelectMany(row => row.Pieces(sheet.Aspect, 1.6))
            .Select(piece => Cleaned(piece, IsBeside(sheet, piece, recipients))).OfType<TextRow>()
            .Where(piece => piece.IsCapitals && piece.Box.CentreX > RightHalf && SignerTitles.IsTitle(piece.Key) && (recipients is null || piece.Box.Bottom > recipients.Box.Top - 0.06))
            .Where(piece => recipients is not null || !IsCentred(piece) || piece.Box.Top > 0.5)
            .OrderBy(piece => piece.Box.Top).ToList();
        if (pieces.Count == 0) return [];
        var first = pieces.Where(piece => piece.Box.Top <= pieces[0].Box.Top + 0.01).MaxBy(piece => piece.Box.CentreX)!;
        return [.. pieces.Where(piece => Math.Abs(piece.Box.CentreX - first.Box.CentreX) < ColumnReach && piece.Box.Top - first.Box.Top < 0.12)];
    }

    private static bool IsCentred(TextRow piece) => Math.Abs(piece.Box.CentreX - 0.5) < 0.05;

    private static bool IsBeside(Sheet sheet, TextRow piece, TextRow? recipients) =>
        (recipients is not null && Math.Abs(piece.Box.CentreY - recipients.Box.CentreY) <= BesideRecipients)
        || sheet.Layout.Ink.Any(ink => piece.Box.CentreY > ink.Box.Top - BesideRecipients && piece.Box.CentreY < ink.Box.Bottom && piece.Box.Right > ink.Box.Left);

    // Specks of the seal beside the title are no part of it; beside recipients or seal the last words of a title are enough.
    private static TextRow? Cleaned(TextRow piece, bool isBeside)
    {
        var words = piece.Words.Where(word => word.Key.Length > 0).ToImmutableArray();
        if (words.IsEmpty) return null;
        var whole = new TextRow(words);
        if (!isBeside || piece.Box.CentreX < RightHalf || (whole.IsCapitals && SignerTitles.IsTitle(whole.Key))) return whole;
        return Enumerable.Range(1, words.Length - 1).Select(start => new TextRow(words[start..])).FirstOrDefault(tail => tail.IsCapitals && SignerTitles.IsTitle(tail.Key)) ?? whole;
    }

    private static ImmutableArray<TextRow> RowsBelow(Sheet sheet, PageBox title) =>
    [
        .. sheet.LetteredRows.Where(row => row.Box.CentreY > title.Bottom && row.Box.Top < title.Bottom + NameReach)
            .Select(row => row.Words.Where(word => word.Key.Length > 0 && Math.Abs(word.Box.CentreX - title.CentreX) < ColumnReach + 0.03).ToImmutableArray())
            .Where(words => !words.IsEmpty).Select(words => new TextRow(words)),
    ];

    // The first line with a whole name; where there is none, the first with what may be the end of one.
    private static Quote? NameIn(ImmutableArray<TextRow> rows)
    {
        var names = rows.Zip(rows.Skip(1)).Where(pair => IsOneLine(pair.First, pair.Second)).Select(pair => new TextRow([.. pair.First.Words.Concat(pair.Second.Words).OrderBy(word => word.Box.Left)])).Concat(rows)
            .Select(row => PersonName.In(row.Words)).OfType<Quote>().ToList();
        if (names.FirstOrDefault(PersonName.IsWhole) is not { } first) return names.MaxBy(name => name.Words.Length);

        // A word of the seal stands before the line that is a whole name by itself.
        return names.FirstOrDefault(name => name.Words.Length >= WholeName && name.Words.Length < first.Words.Length && PersonName.IsWhole(name) && first.Raw.EndsWith(name.Raw, StringComparison.Ordinal)) ?? first;
    }

    // On a leaning page the words of one line may stand in two rows, side by side.
    private static bool IsOneLine(TextRow upper, TextRow lower)
    {
        var shared = Math.Min(upper.Box.Bottom, lower.Box.Bottom) - Math.Max(upper.Box.Top, lower.Box.Top);
        return shared > 0.2 * Math.Min(upper.Box.Height, lower.Box.Height) && !upper.Words.Any(word => lower.Words.Any(other => word.Box.Left < other.Box.Right && other.Box.Left < word.Box.Right));
    }

    // "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Đinh Thị Hường" on one line, as in texts whose line breaks were lost.
    private static SignatureBlock? Inline(Sheet sheet)
    {
        foreach (var row in sheet.ProseRows.Reverse().Take((int)InlineTail))
        {
            for (var start = 0; start < row.Words.Length - 2; start++)
            {
                if (!row.Words[start].IsCapitals) continue;
                var end = start;
                while (end < row.Words.Length && (row.Words[end].IsCapitals || row.Words[end].Key.Length == 0)) end++;
                var title = new TextRow(row.Words[start..end]);
                if (end - start < 2 || !SignerTitles.IsTitle(title.Key) || PersonName.In(row.Words[end..]) is not { } name) continue;
                return new(new(0, row.Box.Top, 1, row.Box.Bottom), new(title.Words), name, []);
            }
        }

        return null;
    }

    private static string FirstWords(TextRow row) => string.Join(' ', row.Words.Where(word => word.Key.Length > 0).Take(2).Select(word => word.Key));
}
