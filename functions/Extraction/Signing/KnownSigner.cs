using System.Collections.Immutable;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Signing;

/// <summary>
/// Finds under a title what the seal left of a name that another paper of the dossier shows whole: its last syllable, and before it another
/// one or a piece of one, or that syllable alone in its row and surely read; or its first two. Without the other paper such rests
/// would be taken for the words of the seal.
/// </summary>
internal static class KnownSigner
{
    private const double Same = 0.9;
    private const double Alike = 0.75;
    private const double Piece = 0.5;
    private const double Rough = 0.5;
    private const int Beginning = 2;
    private const double Enough = 1.5;
    private const int ShortestPiece = 2;
    private const int ShortestAlone = 3;
    private const double SureAlone = 0.9;
    private const int LongestSpeck = 2;

    /// <summary>The name and the words that show it; null when no row has enough of one name alone.</summary>
    /// <param name="rows">The rows below the title.</param>
    /// <param name="names">Whole names that other papers show.</param>
    public static (string Name, Quote Words)? In(ImmutableArray<TextRow> rows, IEnumerable<string> names)
    {
        var found = names.DistinctBy(VietnameseText.FoldCase).SelectMany(name => rows.Select(row => (Name: name, Words: Rest(row, name.Split(' '))))).Where(pair => pair.Words is not null).ToList();
        return found.Select(pair => pair.Name).Distinct().Count() == 1 ? (found[0].Name, found[0].Words!) : null;
    }

    // From the end, each word is a syllable of the name before those already found.
    private static Quote? Rest(TextRow row, string[] name)
    {
        if (IsBeginning(row, name) || IsEndAlone(row, name)) return new(row.Words);
        var words = ImmutableArray.CreateBuilder<PlacedWord>();
        var (weight, open, others) = (0.0, name.Length, 0);
        foreach (var word in row.Words.Where(word => word.Key.Length > 0).Reverse())
        {
            var at = Enumerable.Range(0, open).Reverse().FirstOrDefault(at => Weigh(word, name[at]) > 0, -1);
            if (at < 0)
            {
                if (word.Key.Length > LongestSpeck) others++;
                continue;
            }

            if (open == name.Length && (at != open - 1 || Likeness(word, name[at]) < Same)) return null;
            (weight, open) = (weight + Weigh(word, name[at]), at);
            words.Insert(0, word);
        }

        return weight >= Enough && others <= 1 ? new(words.ToImmutable()) : null;
    }

    // A stroke lies over the end of the name; nothing else stands in the row.
    private static bool IsBeginning(TextRow row, string[] name) =>
        row.Words.Length >= Beginning && row.Words.Length < name.Length && row.Words.Zip(name, Likeness).All(likeness => likeness >= Same);

    // Nothing but the last syllable is left, and single letters before it.
    private static bool IsEndAlone(TextRow row, string[] name) =>
        row.Words.Where(word => word.Key.Length > 1).ToArray() is [{ Key.Length: >= ShortestAlone, Confidence.Value: >= SureAlone } word] && word == row.Words[^1] && Likeness(word, name[^1]) >= Same;

    private static double Weigh(PlacedWord word, string syllable)
    {
        if (Likeness(word, syllable) >= Alike) return 1;
        var (key, whole) = (word.Key, VietnameseText.Words(syllable));
        if (key.Length > ShortestPiece && TextSimilarity.Of(key, whole) >= Rough) return Piece;
        return key.Length >= ShortestPiece && (whole.StartsWith(key, StringComparison.Ordinal) || whole.EndsWith(key, StringComparison.Ordinal)) ? Piece : 0;
    }

    private static double Likeness(PlacedWord word, string syllable) => TextSimilarity.OfMarked(word.Text, syllable);
}
