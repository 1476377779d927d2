using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Splitting;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Header;

/// <summary>
/// Names of places as the pages of a dossier write them. One that a letterhead's capitals give with another mark, or weakly with another
/// letter, is the one that the same paper has elsewhere; only where the paper has it nowhere else do the other papers and the office's name tell.
/// </summary>
internal sealed class PlaceNames
{
    private const int FewestWords = 2;
    private const int MostWords = 4;
    private const double WeakLetter = 0.95;
    private const double SameWord = 0.6;
    private const string EndsName = ",.;:)\"";
    private readonly ImmutableArray<ImmutableArray<string>> levels;
    private readonly ILookup<FormDraft, Mention> mentions;
    private readonly ImmutableArray<Mention> registered;

    /// <summary>Gathers the names that the drafts' pages hold.</summary>
    /// <param name="drafts">The papers.</param>
    /// <param name="levels">Words for a place's level ("phường", "thị xã") that names of places stand after.</param>
    /// <param name="officeName">The office's name as registered.</param>
    public PlaceNames(IReadOnlyList<FormDraft> drafts, ImmutableArray<string> levels, string officeName)
    {
        this.levels = [.. levels.Select(level => VietnameseText.Words(level).Split(' ').ToImmutableArray())];
        mentions = drafts.SelectMany(draft => MentionsOf(draft).Select(mention => (Draft: draft, Mention: mention))).ToLookup(pair => pair.Draft, pair => pair.Mention);
        registered = [.. After([.. VietnameseText.Tidy(officeName).Split(' ').Select(word => new PlacedWord(word, Confidence.OfTextLayer, "", 0, new(0, 0, 0, 0)))])];
    }

    /// <summary>The agency shown with the name of its place, at its end, as the dossier has it.</summary>
    public Quote Mended(Quote agency, FormDraft draft)
    {
        var start = Enumerable.Range(0, agency.Words.Length).Select(at => at + LevelAt(agency.Words, at)).Where((end, at) => end > at).DefaultIfEmpty(agency.Words.Length).Max();
        var place = agency.Words[start..];
        if (place.Length is < FewestWords or > MostWords) return agency;
        var own = mentions[draft].Where(mention => !mention.Words.Any(place.Contains)).Where(mention => IsLike(place, mention)).ToList();
        var known = own.Count > 0 ? own : [.. mentions.Where(group => group.Key != draft).SelectMany(group => group).Concat(registered).Where(mention => IsLike(place, mention))];
        var read = NameOf(place, place.Length);
        var readWeight = place.Min(word => word.Confidence.Value) + known.Where(mention => NameOf(mention.Words, place.Length) == read).Sum(mention => mention.Weight(place.Length));
        var best = known.GroupBy(mention => NameOf(mention.Words, place.Length)).Where(name => name.Key != read)
            .Select(name => (Name: name.Key, Weight: name.Sum(mention => mention.Weight(place.Length)))).OrderByDescending(name => name.Weight).FirstOrDefault();
        if (best.Name is null || best.Weight <= readWeight) return agency;
        var spellings = best.Name.Split(' ');
        return new([.. agency.Words[..start], .. place.Select((word, at) => Spelling.Of(word.Shown) == spellings[at] ? word : Spelling.Respelt(word, spellings[at]))]);
    }

    private IEnumerable<Mention> MentionsOf(FormDraft draft) =>
        draft.Sheets.SelectMany(sheet => After(sheet.All.Words)).Concat(draft.Head.DateLine is { } date ? [new Mention(Name(date.Words, 0))] : []).Where(mention => mention.Words.Length >= FewestWords);

    private IEnumerable<Mention> After(ImmutableArray<PlacedWord> words) =>
        Enumerable.Range(0, words.Length).Where(at => LevelAt(words, at) > 0).Select(at => new Mention(Name(words, at + LevelAt(words, at)))).Where(mention => mention.Words.Length >= FewestWords);

    // Capitalised words up to the first that a punctuation mark ends.
    private static ImmutableArray<PlacedWord> Name(ImmutableArray<PlacedWord> words, int start)
    {
        var name = ImmutableArray.CreateBuilder<PlacedWord>();
        for (var at = start; at < words.Length && name.Count < MostWords && words[at].IsCapitalised; at++)
        {
            name.Add(words[at]);
            if (EndsName.Contains(words[at].Text[^1], StringComparison.Ordinal)) break;
        }

        return name.ToImmutable();
    }

    private int LevelAt(ImmutableArray<PlacedWord> words, int at)
    {
        foreach (var level in levels)
        {
            if (at + level.Length <= words.Length && level.Select((part, i) => words[at + i].Key == part && char.IsLetter(words[at + i].Text[^1])).All(same => same)) return level.Length;
        }

        return 0;
    }

    // Marks may be slips of any scan; another letter is one only where the word was read weakly and the letters look alike.
    private static bool IsLike(ImmutableArray<PlacedWord> read, Mention mention) =>
        mention.Words.Length >= read.Length && read.Select((word, at) => (Word: word, Spelt: Spelling.Of(word.Shown), Other: Spelling.Of(mention.Words[at].Shown)))
            .All(pair => pair.Spelt == pair.Other
                || (VietnameseText.Fold(pair.Spelt) == VietnameseText.Fold(pair.Other) ? pair.Word.Confidence < Confidence.OfTextLayer
                    : pair.Word.Confidence.Value < WeakLetter && TextSimilarity.OfMarked(pair.Spelt, pair.Other) >= SameWord));

    private static string NameOf(ImmutableArray<PlacedWord> words, int length) => string.Join(' ', words.Take(length).Select(word => Spelling.Of(word.Shown)));

    // Where a name was found; it may run on into words of another column.
    private sealed record Mention(ImmutableArray<PlacedWord> Words)
    {
        /// <summary>How surely its first words were read, 0..1.</summary>
        public double Weight(int length) => Words.Take(length).Min(word => word.Confidence.Value);
    }
}
