using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
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

    /// <summary>The page's signature block; null when the page ends in running text or a table.</summary>
    public static SignatureBlock? Find(Sheet sheet)
    {
        var recipients = sheet.Rows.FirstOrDefault(row => Approximate.Find(FirstWords(row), "noi nhan", 1) is { Start: 0 });
        var titles = TitlePieces(sheet, recipients);
        if (titles.Count == 0) return Inline(sheet) ?? (recipients is null ? null : new(new(0, recipients.Box.Top, 1, 1), null, null));
        var last = titles[^1];
        var signer = NameBelow(sheet, last.Box);
        var top = Math.Min(titles[0].Box.Top, recipients?.Box.Top ?? 1);
        var bottom = signer?.Words.Max(word => word.Box.Bottom) ?? Math.Min(1, last.Box.Bottom + NameReach);
        return new(new(0, top, 1, bottom), new([.. titles.SelectMany(piece => piece.Words)]), signer);
    }

    // Titles stand together, right of the middle; in minutes there may be two side by side, of which the right one leads.
    private static List<TextRow> TitlePieces(Sheet sheet, TextRow? recipients)
    {
        var pieces = sheet.Rows.SelectMany(row => row.Pieces(sheet.Aspect, 1.6))
            .Select(Cleaned).OfType<TextRow>()
            .Where(piece => piece.IsCapitals && piece.Box.CentreX > RightHalf && SignerTitles.IsTitle(piece.Key) && (recipients is null || piece.Box.Bottom > recipients.Box.Top - 0.06))
            .Where(piece => recipients is not null || !IsCentred(piece) || piece.Box.Top > 0.5)
            .OrderBy(piece => piece.Box.Top).ToList();
        if (pieces.Count == 0) return [];
        var first = pieces.Where(piece => piece.Box.Top <= pieces[0].Box.Top + 0.01).MaxBy(piece => piece.Box.CentreX)!;
        return [.. pieces.Where(piece => Math.Abs(piece.Box.CentreX - first.Box.CentreX) < ColumnReach && piece.Box.Top - first.Box.Top < 0.12)];
    }

    private static bool IsCentred(TextRow piece) => Math.Abs(piece.Box.CentreX - 0.5) < 0.05;

    // Specks of the seal beside the title are no part of it.
    private static TextRow? Cleaned(TextRow piece)
    {
        var words = piece.Words.Where(word => word.Key.Length > 0).ToImmutableArray();
        return words.IsEmpty ? null : new(words);
    }

    private static Quote? NameBelow(Sheet sheet, PageBox title)
    {
        foreach (var row in sheet.Rows.Where(row => row.Box.CentreY > title.Bottom && row.Box.Top < title.Bottom + NameReach))
        {
            var words = row.Words.Where(word => Math.Abs(word.Box.CentreX - title.CentreX) < ColumnReach + 0.03).ToImmutableArray();
            if (PersonName.In(words) is { } name) return name;
        }

        return null;
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
                return new(new(0, row.Box.Top, 1, row.Box.Bottom), new(title.Words), name);
            }
        }

        return null;
    }

    private static string FirstWords(TextRow row) => string.Join(' ', row.Words.Where(word => word.Key.Length > 0).Take(2).Select(word => word.Key));
}
