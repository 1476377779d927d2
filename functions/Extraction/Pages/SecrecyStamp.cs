using System.Text.RegularExpressions;

namespace LearningSociety.Extraction.Pages;

/// <summary>Finds a secrecy stamp: MẬT, TỐI MẬT or TUYỆT MẬT alone on a line or in a box near the top of a page.</summary>
internal static partial class SecrecyStamp
{
    private const double TopPart = 0.35;
    private const double SureWord = 0.4;

    /// <summary>The stamp's words; null when the page bears none.</summary>
    public static string? Find(Sheet sheet)
    {
        foreach (var piece in sheet.Rows.Where(row => row.Box.Top < TopPart).SelectMany(row => row.Pieces(sheet.Aspect, 1.5)))
        {
            // Capitals with their diacritics: "mắt" or "mặt" in a text are other words.
            if (piece.IsCapitals && piece.Words.All(word => word.Confidence.Value >= SureWord) && Stamp().IsMatch(string.Concat(piece.Text.Where(letter => char.IsLetter(letter) || letter == ' ')).Trim())) return piece.Text.Trim();
        }

        return null;
    }

    [GeneratedRegex("^((ĐỘ )?(TỐI |TUYỆT )?MẬT|(T Ố I |T U Y Ệ T )?M Ậ T)$")]
    private static partial Regex Stamp();
}
