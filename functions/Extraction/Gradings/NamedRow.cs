using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Extraction.Gradings;

/// <summary>A row with how surely each syllable of its district's name was read.</summary>
/// <param name="Row">The row.</param>
/// <param name="Sure">One confidence for each word of the name.</param>
internal sealed record NamedRow(GradingRow Row, ImmutableArray<Confidence> Sure)
{
    /// <summary>The district's name.</summary>
    public string District => Row.District;

    /// <summary>The words of the name.</summary>
    public string[] Syllables => District.Split(' ');

    /// <summary>How surely the name was read, which its worst word tells.</summary>
    public Confidence Name => Sure.Aggregate(Confidence.Certain, Confidence.Min);

    /// <summary>The row with its name.</summary>
    /// <param name="row">The row.</param>
    /// <param name="words">How surely each word in the name's cells was read.</param>
    /// <param name="all">How surely the cells were read, where not each word of the name is one of theirs.</param>
    public static NamedRow Of(GradingRow row, IReadOnlyCollection<Confidence> words, Confidence all)
    {
        var count = row.District.Split(' ').Length;
        return new(row, words.Count == count ? [.. words] : [.. Enumerable.Repeat(all, count)]);
    }
}
