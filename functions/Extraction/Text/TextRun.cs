using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace LearningSociety.Extraction.Text;

/// <summary>Words in reading order with two folded views, so that what is found in a view leads back to the words and their boxes.</summary>
internal sealed class TextRun
{
    private readonly int[] plainStarts;
    private readonly int[] keyStarts;

    /// <summary>Makes a run of words.</summary>
    public TextRun(IEnumerable<PlacedWord> words)
    {
        Words = [.. words];
        (Plain, plainStarts) = Join(Words, word => word.Plain);
        (Key, keyStarts) = Join(Words, word => word.Key);
        Raw = Join(Words, word => word.Text).Text;
    }

    /// <summary>The words.</summary>
    public ImmutableArray<PlacedWord> Words { get; }

    /// <summary>Folded text with punctuation, words parted by single blanks.</summary>
    public string Plain { get; }

    /// <summary>Folded text of letters and digits only, words parted by single blanks.</summary>
    public string Key { get; }

    /// <summary>The words as printed, letter for letter beside <see cref="Plain"/>.</summary>
    public string Raw { get; }

    /// <summary>The words under a stretch of <see cref="Plain"/>.</summary>
    public Quote QuotePlain(int start, int length) => Under(plainStarts, start, length);

    /// <summary>The words under a stretch of <see cref="Key"/>.</summary>
    public Quote QuoteKey(int start, int length) => Under(keyStarts, start, length);

    /// <summary>The words under a match, or one of its groups, in <see cref="Plain"/>.</summary>
    public Quote QuotePlain(Capture match) => QuotePlain(match.Index, match.Length);

    /// <summary>The words under a match, or one of its groups, in <see cref="Key"/>.</summary>
    public Quote QuoteKey(Capture match) => QuoteKey(match.Index, match.Length);

    private Quote Under(int[] starts, int start, int length)
    {
        if (Words.IsEmpty || length <= 0) return new([]);
        var first = Array.BinarySearch(starts, start);
        if (first < 0) first = Math.Max(0, ~first - 1);
        while (first + 1 < starts.Length && starts[first + 1] == starts[first]) first++;
        var past = Array.BinarySearch(starts, start + length);
        if (past < 0) past = ~past;
        return new([.. Words[first..Math.Max(past, first + 1)].Where(word => word.Plain.Length > 0)]);
    }

    private static (string Text, int[] Starts) Join(ImmutableArray<PlacedWord> words, Func<PlacedWord, string> view)
    {
        var text = new StringBuilder();
        var starts = new int[words.Length];
        for (var index = 0; index < words.Length; index++)
        {
            var part = view(words[index]);
            if (part.Length > 0 && text.Length > 0) text.Append(' ');

            // A word with nothing in this view starts where the next one will, so that it is never the one found.
            starts[index] = part.Length > 0 ? text.Length : text.Length + 1;
            text.Append(part);
        }

        return (text.ToString(), starts);
    }
}
