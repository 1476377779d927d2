using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Header;

/// <summary>Words as they are spelt, whatever stands around them and in whatever case: to compare printed words and to put them right.</summary>
internal static class Spelling
{
    /// <summary>The word in small letters with its marks, without the punctuation around it; empty when it has neither letter nor digit.</summary>
    public static string Of(string text)
    {
        var (start, length) = Core(text);
        return VietnameseText.FoldCase(text.Substring(start, length));
    }

    /// <summary>The word shown with other letters, in the case and the punctuation that it was printed in; its text stays what was read.</summary>
    public static PlacedWord Respelt(PlacedWord word, string spelling)
    {
        var (start, length) = Core(word.Shown);
        if (length == 0) return word;
        var cased = word.IsCapitals ? spelling.ToUpperInvariant() : word.IsCapitalised ? char.ToUpperInvariant(spelling[0]) + spelling[1..] : spelling;
        return word with { Shown = word.Shown[..start] + cased + word.Shown[(start + length)..] };
    }

    private static (int Start, int Length) Core(string text)
    {
        var start = text.TakeWhile(letter => !char.IsLetterOrDigit(letter)).Count();
        var end = text.Length - text.Reverse().TakeWhile(letter => !char.IsLetterOrDigit(letter)).Count();
        return end <= start ? (0, 0) : (start, end - start);
    }
}
