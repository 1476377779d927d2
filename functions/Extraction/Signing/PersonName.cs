using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Signing;

/// <summary>
/// Vietnamese personal names as printed under a signature: two to six capitalised words of letters, the first one a surname.
/// Ink of signature and seal lies over them: what clings to the words, stands between them or parts them is no part of the name.
/// </summary>
internal static class PersonName
{
    private static readonly string[] TitleWords = ["pho", "hieu", "truong", "giam", "doc", "chu", "tich", "chi", "huy", "nhiem"];
    private const int Fewest = 2;
    private const int FewestInCapitals = 3;
    private const int Most = 6;
    private const int LongestSyllable = 7;
    private const double Unsure = 0.85;
    private const double Repaired = 0.75;
    private const double Illegible = 0.6;
    private const double SureSpeck = 0.9;
    private const double Apart = 0.008;
    private const double HalfAsHigh = 0.6;

    /// <summary>The name among words of one line; specks before, between and after its words are passed over.</summary>
    public static Quote? In(ImmutableArray<PlacedWord> words)
    {
        words = WithSurname(Joined([.. WithoutLettering(words).Select(Trimmed)]));
        words = [.. words.Select((word, at) => IsBetween(words, at) ? Capitalised(word) : Guessed(words, at))];
        var first = words.IndexOf(words.FirstOrDefault(IsSyllable)!);
        if (first < 0) return null;
        var line = words.Where((word, at) => at < first || !IsSpeck(word)).ToImmutableArray();
        var name = Run(line);
        var others = line.Count(word => word.Key.Length > 1) - name.Length;
        if (name.Length is < Fewest or > Most || others > name.Length || SignerTitles.IsTitle(string.Join(' ', name.Select(word => word.Key)))) return null;
        if (name[0].IsCapitals && (name.Length < FewestInCapitals || !name.All(IsPlain) || !HasSurname(name))) return null;
        return new([.. name.Select((word, at) => Mended(word, at == 0, name.Length > Fewest))]);
    }

    // "PHẨM THẾ SƠN": a surname of which a mark was misread, before syllables of names.
    private static bool HasSurname(ImmutableArray<PlacedWord> name) => PersonNames.IsSurname(name[0].Text)
        || (name[0].Confidence.Value < SureSpeck && PersonNames.WithMarks(name[0].Text, isFirst: true) is not null && name.Skip(1).All(word => PersonNames.IsSyllable(word.Text)));

    // Letters of the seal, capitals half as high as those of the name, may stand in its line.
    private static ImmutableArray<PlacedWord> WithoutLettering(ImmutableArray<PlacedWord> words)
    {
        var name = words.Where(word => IsSyllable(word) && !IsAllCapitals(word)).ToArray();
        return name.Length < Fewest ? words : [.. words.Where(word => !IsAllCapitals(word) || word.Box.Height >= HalfAsHigh * name.Max(other => other.Box.Height))];
    }

    /// <summary>True when the name has its beginning: a surname stands first.</summary>
    public static bool IsWhole(Quote name) => PersonNames.IsSurname(name.Words[0].Text);

    // Syllables in one style: a name is set in capitals or not, and capitals beside small letters are the seal's or the title's.
    private static ImmutableArray<PlacedWord> Run(ImmutableArray<PlacedWord> line)
    {
        var best = ImmutableArray<PlacedWord>.Empty;
        for (var start = 0; start < line.Length; start++)
        {
            if (!IsSyllable(line[start])) continue;
            var capitals = IsAllCapitals(line[start]);
            var run = line.Skip(start).TakeWhile(word => IsSyllable(word) && IsAllCapitals(word) == capitals).ToImmutableArray();
            var length = run.Length;

            // Before a surname a stroke was read as a syllable.
            if (length > Fewest && run[0].Confidence.Value < Illegible && !PersonNames.IsSurname(run[0].Text) && (PersonNames.IsSurname(run[1].Text) || PersonNames.WithMarks(run[1].Text, isFirst: true) is not null)) run = run[1..];
            if (Worth(run) > Worth(best)) best = run;
            start += length - 1;
        }

        return best;
    }

    private static int Worth(ImmutableArray<PlacedWord> run) => run.IsEmpty ? 0 : run.Length + (PersonNames.IsSurname(run[0].Text) ? 2 : 0) + (IsAllCapitals(run[0]) ? 0 : 1);

    private static bool IsAllCapitals(PlacedWord word) => word.IsCapitals && word.Text.Length > 1;

    private static bool IsSyllable(PlacedWord word) =>
        word.IsCapitalised && word.Key.Length is >= 1 and <= LongestSyllable && word.Text.All(char.IsLetter) && (word.Text.Length > 1 || PersonNames.IsSyllable(word.Text))
        && (word.IsCapitals || word.Text.Skip(1).All(char.IsLower));

    private static bool IsSpeck(PlacedWord word) => !IsSyllable(word) && (word.Key.Length <= 1 || word.Confidence.Value < SureSpeck);

    private static bool IsPlain(PlacedWord word) => word.Text.Length > 1 && VietnameseSyllable.Is(word.Text) && !TitleWords.Contains(word.Key);

    // A syllable that stands in no name is the one that does and has the same letters with other marks; one read weakly, the nearest.
    // "Đình Xuân Tuấn" is a Đinh, also where that was read surely; of two words the surname may be lost.
    private static PlacedWord Mended(PlacedWord word, bool isFirst, bool isWhole)
    {
        if (word.Confidence >= Confidence.OfTextLayer || (isFirst ? PersonNames.IsSurname(word.Text) : PersonNames.IsSyllable(word.Text))) return word;
        var (isWeak, isKnown) = (word.Confidence.Value < Unsure, PersonNames.IsSyllable(word.Text));
        // WithLostG says nothing of a word that stands in names as it is; "Tran" has lost no g, as Trang is no surname.
        var whole = PersonNames.WithLostG(word.Text) is { } withG && (!isFirst || PersonNames.IsSurname(withG)) ? withG : null;
        var name = whole ?? (isKnown && !(isFirst && (isWeak || isWhole)) ? null : PersonNames.WithMarks(word.Text, isFirst)) ?? (isWeak ? PersonNames.Nearest(word.Text, isFirst) : null);
        return name is null ? word : With(word, name) with { Confidence = new(word.Confidence.Value * Repaired) };
    }

    // Before a syllable of the name, what is hardly legible is another one when it is like one.
    private static PlacedWord Guessed(ImmutableArray<PlacedWord> words, int at)
    {
        var word = words[at];
        if (word.Confidence.Value >= Illegible || word.Key.Length < Fewest || IsSyllable(word) || at + 1 >= words.Length || !IsSyllable(words[at + 1]) || words[at + 1].IsCapitals || (at > 0 && IsSyllable(words[at - 1]))) return word;
        return PersonNames.Nearest(word.Text, false) is { } name ? With(word, char.ToUpperInvariant(name[0]) + name[1..].ToLowerInvariant()) : word;
    }

    // "M" and "ai" with hardly a gap between them are one word that a stroke parts.
    private static ImmutableArray<PlacedWord> Joined(ImmutableArray<PlacedWord> words)
    {
        var joined = ImmutableArray.CreateBuilder<PlacedWord>();
        foreach (var word in words)
        {
            var before = joined.Count > 0 ? joined[^1] : null;
            if (before is { Text.Length: <= 2, IsCapitals: true } && word.Text.Length > 0 && word.Text.All(char.IsLower) && word.Box.Left - before.Box.Right < Apart)
                joined[^1] = new(before.Text + word.Text, Confidence.Min(before.Confidence, word.Confidence), before.File, before.Page, before.Box.Union(word.Box)) { Seen = before.Seen.Union(word.Seen) };
            else joined.Add(word);
        }

        return joined.ToImmutable();
    }

    // Before the other syllables, small letters are what a stroke left of a surname: "ưu Thị Oanh", "P an Văn Trung".
    private static ImmutableArray<PlacedWord> WithSurname(ImmutableArray<PlacedWord> words)
    {
        for (var at = 0; at + 2 < words.Length; at++)
        {
            var (rest, capital) = (words[at], at > 0 && words[at - 1] is { Text: [var letter] } && char.IsUpper(letter) ? words[at - 1] : null);
            if (!rest.Text.All(char.IsLower) || !words.Skip(at + 1).Take(Fewest).All(IsSyllable) || IsWhole(words[(at + 1)..]) || words.Take(capital is null ? at : at - 1).Any(IsSyllable)) continue;
            if (PersonNames.WithLostLetter(capital?.Text ?? "", rest.Text) is not { } surname) continue;
            var whole = new PlacedWord(surname, new(rest.Confidence.Value * Repaired), rest.File, rest.Page, capital is null ? rest.Box : capital.Box.Union(rest.Box)) { Seen = capital is null ? rest.Seen : capital.Seen.Union(rest.Seen) };
            return [.. words.Take(capital is null ? at : at - 1), whole, .. words.Skip(at + 1)];
        }

        return words;
    }

    private static bool IsWhole(ImmutableArray<PlacedWord> words) => PersonNames.IsSurname(words[0].Text) && words.TakeWhile(IsSyllable).Count() > Fewest;

    // Specks of the seal cling to the words.
    private static PlacedWord Trimmed(PlacedWord word)
    {
        var letters = new string([.. word.Text.SkipWhile(letter => !char.IsLetter(letter)).Reverse().SkipWhile(letter => !char.IsLetter(letter)).Reverse()]);
        return letters.Length < 2 || letters.Length == word.Text.Length ? word : With(word, letters);
    }

    // A small first letter between two names is a capital that lost its upper half.
    private static bool IsBetween(ImmutableArray<PlacedWord> words, int at) => at > 0 && at < words.Length - 1
        && words[at].Text.Length > 1 && words[at].Text.All(char.IsLower) && IsSyllable(words[at - 1]) && IsSyllable(words[at + 1]);

    private static PlacedWord Capitalised(PlacedWord word) => With(word, char.ToUpperInvariant(word.Text[0]) + word.Text[1..]);

    // Made anew, so that its folded forms are those of the new text.
    private static PlacedWord With(PlacedWord word, string text) => new(text, word.Confidence, word.File, word.Page, word.Box) { Seen = word.Seen };
}
