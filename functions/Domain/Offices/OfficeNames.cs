using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Text;

namespace LearningSociety.Domain.Offices;

/// <summary>Whether two names mean one office.</summary>
public enum OfficeMatch
{
    /// <summary>They name different offices.</summary>
    Different,

    /// <summary>It cannot be told from the names.</summary>
    Uncertain,

    /// <summary>They name the same office.</summary>
    Same,
}

/// <summary>Compares names of offices as offices write them: abbreviations, with or without the place, in any case, with slips of recognition.</summary>
public static class OfficeNames
{
    private const double SameWord = 0.85;
    private const double PerhapsSame = 0.6;

    // Another number of words is likelier another name than a word that recognition split.
    private const double PerhapsSplit = 0.8;

    private static readonly ConditionalWeakTable<OfficeVocabulary, Folded> Foldeds = [];
    private static readonly string[] Joining = ["va", "cua", "o", "tai"];

    /// <summary>Compares two names.</summary>
    public static OfficeMatch Compare(string a, string b, OfficeVocabulary vocabulary)
    {
        var (first, second) = (Words(a, vocabulary), Words(b, vocabulary));
        if (first.SequenceEqual(second)) return first.Length == 0 ? OfficeMatch.Uncertain : OfficeMatch.Same;
        var folded = Foldeds.GetValue(vocabulary, Folded.Of);
        var (coreA, coreB) = (Core(first, folded), Core(second, folded));
        if (coreA.IsEmpty || coreB.IsEmpty) return OfficeMatch.Uncertain;
        var (lackingA, lackingB) = Unmatched([.. coreA.Select(word => word.Text)], [.. coreB.Select(word => word.Text)]);
        if (lackingA.Count == 0 && lackingB.Count == 0) return OfficeMatch.Same;
        if (lackingA.Count > 0 && lackingB.Count > 0)
        {
            var likeness = TextSimilarity.Of(string.Join(' ', lackingA.Select(i => coreA[i].Text)), string.Join(' ', lackingB.Select(i => coreB[i].Text)));
            return likeness >= (lackingA.Count == lackingB.Count ? PerhapsSame : PerhapsSplit) ? OfficeMatch.Uncertain : OfficeMatch.Different;
        }

        // One name says more. A place at its end ("..., phường Kinh Môn") changes nothing; a proper name left out of a school's does.
        var (more, lacking) = lackingA.Count > 0 ? (coreA, lackingA) : (coreB, lackingB);
        return lacking.All(i => more[i].IsPlace) || !IsOneOfSeveral(a, vocabulary) ? OfficeMatch.Same : OfficeMatch.Uncertain;
    }

    /// <summary>
    /// True when a word of one name stands in the other with other marks (An Phụ, An Phú). On a sure reading these are two names;
    /// on a scan the mark may be a slip. A name written without any mark says nothing of marks.
    /// </summary>
    public static bool DiffersInMarks(string a, string b)
    {
        var (first, second) = (Marked(a), Marked(b));
        return first.Any(word => word.IsMarked) && second.Any(word => word.IsMarked)
            && first.Any(word => !second.Contains(word) && second.Any(other => other.Plain == word.Plain));
    }

    /// <summary>True when the name is of a body that issues papers about others, such as the council or the People's Committee.</summary>
    public static bool IsBody(string name, OfficeVocabulary vocabulary)
    {
        var words = string.Join(' ', Words(name, vocabulary));
        return Foldeds.GetValue(vocabulary, Folded.Of).Bodies.Any(body => $"{words} ".StartsWith(body + " ", StringComparison.Ordinal));
    }

    private static (string Text, string Plain, bool IsMarked)[] Marked(string name) =>
    [
        .. VietnameseText.FoldCase(name).Split([' ', '.', ',', ';', '-', '"'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => (word, VietnameseText.Fold(word), word != VietnameseText.Fold(word))),
    ];

    private static bool IsOneOfSeveral(string name, OfficeVocabulary vocabulary)
    {
        var words = string.Join(' ', Words(name, vocabulary)) + " ";
        return Foldeds.GetValue(vocabulary, Folded.Of).Several.Any(kind => words.StartsWith(kind + " ", StringComparison.Ordinal));
    }

    // Folded words with abbreviations written out.
    private static ImmutableArray<string> Words(string name, OfficeVocabulary vocabulary)
    {
        var full = Foldeds.GetValue(vocabulary, Folded.Of).Abbreviations;
        return
        [
            .. VietnameseText.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(token => full.TryGetValue(token.Trim('.', ',', '(', ')', '"', ';', ':'), out var words) ? words : VietnameseText.Words(token))
                .SelectMany(words => words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(word => !Joining.Contains(word)),
        ];
    }

    // The words without those for a place's level; a word after one of them, once two words came before, belongs to the place.
    private static ImmutableArray<(string Text, bool IsPlace)> Core(ImmutableArray<string> words, Folded folded)
    {
        // "Hợp tác xã" is a kind of office, its "xã" no place.
        var kind = folded.Several.FirstOrDefault(name => StartsWith(words, 0, name))?.Split(' ').Length ?? 0;
        var core = ImmutableArray.CreateBuilder<(string, bool)>();
        core.AddRange(words.Take(kind).Select(word => (word, false)));
        var inPlace = false;
        for (var i = kind; i < words.Length; i++)
        {
            var place = folded.Places.FirstOrDefault(name => StartsWith(words, i, name));
            if (place is null) core.Add((words[i], inPlace));
            else
            {
                inPlace |= core.Count >= 2;
                i += place.Count(character => character == ' ');
            }
        }

        return core.ToImmutable();
    }

    private static bool StartsWith(ImmutableArray<string> words, int start, string name)
    {
        var parts = name.Split(' ');
        return start + parts.Length <= words.Length && parts.Select((part, i) => words[start + i] == part).All(same => same);
    }

    private static (List<int> A, List<int> B) Unmatched(ImmutableArray<string> a, ImmutableArray<string> b)
    {
        var left = Enumerable.Range(0, b.Length).ToList();
        var lacking = new List<int>();
        for (var i = 0; i < a.Length; i++)
        {
            var match = left.FindIndex(j => a[i] == b[j]);
            if (match < 0) match = left.FindIndex(j => IsSameWord(a[i], b[j]));
            if (match < 0) lacking.Add(i);
            else left.RemoveAt(match);
        }

        return (lacking, left);
    }

    // Numbers and letters standing alone name one of several ("số 1", "A"): there a slip cannot be told from another name.
    private static bool IsSameWord(string a, string b) => a.Length > 1 && b.Length > 1 && TextSimilarity.Of(a, b) >= SameWord;

    // The vocabulary as keys, made once.
    private sealed record Folded(
        IReadOnlyDictionary<string, string> Abbreviations, ImmutableArray<string> Places, ImmutableArray<string> Several, ImmutableArray<string> Bodies)
    {
        internal static Folded Of(OfficeVocabulary vocabulary) => new(
            vocabulary.Abbreviations.ToDictionary(pair => VietnameseText.Fold(pair.Key), pair => VietnameseText.Words(pair.Value), StringComparer.Ordinal),
            [.. vocabulary.Places.Select(VietnameseText.Words)], [.. vocabulary.Several.Select(VietnameseText.Words)], [.. vocabulary.Bodies.Select(VietnameseText.Words)]);
    }
}
