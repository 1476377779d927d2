using System.Text.RegularExpressions;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Pages;

/// <summary>Takes the top of a page apart: form mark, letterhead in two columns, number and date, title, subject.</summary>
internal static partial class PageHeadReader
{
    private const double HeadDepth = 0.45;
    private const double MarkDepth = 0.2;
    private const int HeadRows = 16;
    private const int SubjectRows = 4;

    /// <summary>Reads the head of a page; empty parts where the page has none.</summary>
    public static PageHead Read(Sheet sheet)
    {
        var rows = sheet.ProseRows.Where(row => row.Box.Top < HeadDepth && row.Key.Length > 0).Take(HeadRows).ToList();
        var (mark, markWords) = FindMark(sheet, rows);
        var letterhead = Letterhead.Find([.. rows.Select(row => Without(row, markWords)).OfType<TextRow>()]);
        var heading = TitleReader.Find(letterhead.Below, sheet.Tables.Select(table => table.Box.Top).DefaultIfEmpty(1).Min(), SubjectRows);
        return new()
        {
            Mark = mark,
            HasLetterhead = letterhead.HasMotto,
            AgencyRows = letterhead.AgencyRows,
            NumberLine = letterhead.NumberLine,
            DateLine = letterhead.DateLine,
            Title = new(heading.Title),
            Subject = new(heading.Subject),
            Heading = new(heading.Title.Concat(heading.Subject)),
        };
    }

    private static (Quote? Mark, HashSet<PlacedWord> Words) FindMark(Sheet sheet, List<TextRow> rows)
    {
        foreach (var row in rows.Where(row => row.Box.Top < MarkDepth))
        {
            foreach (var piece in row.Pieces(sheet.Aspect, 2))
            {
                if (MarkPattern().IsMatch(piece.Key)) return (new(piece.Words), [.. piece.Words]);
            }
        }

        return (null, []);
    }

    private static TextRow? Without(TextRow row, HashSet<PlacedWord> words) =>
        !row.Words.Any(words.Contains) ? row : row.Words.All(words.Contains) ? null : new([.. row.Words.Where(word => !words.Contains(word))]);

    [GeneratedRegex("^(bieu )?(mau|phu luc|phu bieu|m)( so)? ?([0-9oil]{1,3}|[ivxl1]{1,5})[a-z]?( .*(kem theo|ban hanh).*)?$")]
    private static partial Regex MarkPattern();
}
