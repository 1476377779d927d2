using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Header;

/// <summary>
/// The fixed words that names of bodies are made of, such as "Hội đồng đánh giá “Đơn vị học tập”" or "Ban Chỉ huy Quân sự".
/// They are few and known: words that differ from them by a slip of recognition are they.
/// </summary>
internal sealed class BodyPhrases
{
    private const int FewestWords = 3;
    private const double SamePhrase = 0.9;
    private const double SameWord = 0.5;
    private readonly ImmutableArray<ImmutableArray<string>> phrases;

    /// <summary>Takes the phrases out of the vocabulary; short ones say too little to correct a word by.</summary>
    public BodyPhrases(OfficeVocabulary vocabulary) => phrases =
    [
        .. vocabulary.Bodies.Concat(vocabulary.Abbreviations.Values).Concat(vocabulary.Places)
            .Select(phrase => VietnameseText.FoldCase(phrase).Split(' ').ToImmutableArray())
            .Where(phrase => phrase.Length >= FewestWords).OrderByDescending(phrase => phrase.Length),
    ];

    /// <summary>The name shown with its fixed words spelt right; a word that was read surely stays.</summary>
    public Quote Mended(Quote name)
    {
        var words = name.Words;
        foreach (var phrase in phrases)
        {
            for (var start = 0; start + phrase.Length <= words.Length; start++)
            {
                if (!Is(phrase, words.AsSpan().Slice(start, phrase.Length))) continue;
                for (var at = 0; at < phrase.Length; at++)
                {
                    var word = words[start + at];
                    if (Spelling.Of(word.Shown) != phrase[at] && word.Confidence < Confidence.OfTextLayer) words = words.SetItem(start + at, Spelling.Respelt(word, phrase[at]));
                }
            }
        }

        return new(words);
    }

    private static bool Is(ImmutableArray<string> phrase, ReadOnlySpan<PlacedWord> words)
    {
        var read = new string[phrase.Length];
        for (var at = 0; at < read.Length; at++)
        {
            read[at] = Spelling.Of(words[at].Shown);
            if (TextSimilarity.OfMarked(read[at], phrase[at]) < SameWord) return false;
        }

        return TextSimilarity.OfMarked(string.Join(' ', read), string.Join(' ', phrase)) >= SamePhrase;
    }
}
