using System.Collections.Immutable;

namespace LearningSociety.Domain.Statistics;

/// <summary>Counts by measure. A measure that is not named counts 0, and none is kept that does; equal counts are equal tallies.</summary>
public sealed class Tally : IEquatable<Tally>
{
    // By name, ordinal; no zeros.
    private readonly ImmutableArray<KeyValuePair<string, int>> counts;

    private Tally(ImmutableArray<KeyValuePair<string, int>> counts) => this.counts = counts;

    /// <summary>Nothing counted.</summary>
    public static Tally Empty { get; } = new([]);

    /// <summary>The counts, by name.</summary>
    public ImmutableArray<KeyValuePair<string, int>> Counts => counts;

    /// <summary>True when nothing is counted.</summary>
    public bool IsEmpty => counts.IsEmpty;

    /// <summary>The count of a measure.</summary>
    public int this[string measure]
    {
        get
        {
            var (low, high) = (0, counts.Length - 1);
            while (low <= high)
            {
                var middle = (low + high) >>> 1;
                var order = string.CompareOrdinal(counts[middle].Key, measure);
                if (order == 0) return counts[middle].Value;
                if (order < 0) low = middle + 1;
                else high = middle - 1;
            }

            return 0;
        }
    }

    /// <summary>The tally of counts in any order; those of one measure are added.</summary>
    public static Tally Of(IEnumerable<KeyValuePair<string, int>> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var sums = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (measure, count) in counts)
            sums[measure] = sums.GetValueOrDefault(measure) + count;
        return new([.. sums.Where(sum => sum.Value != 0).OrderBy(sum => sum.Key, StringComparer.Ordinal)]);
    }

    /// <summary>All that a fact adds to the places it lies in.</summary>
    public static Tally Of(DossierFact fact) => Of(Measures.Of(fact).Select(measure => KeyValuePair.Create(measure, 1)));

    /// <summary>All that facts add together.</summary>
    public static Tally Of(IEnumerable<DossierFact> facts) => Of(facts.SelectMany(Measures.Of).Select(measure => KeyValuePair.Create(measure, 1)));

    /// <summary>Both together.</summary>
    public Tally Plus(Tally other) => Merge(other, 1);

    /// <summary>This without the other; what was never added may come out below 0, so that adding it again gives this back.</summary>
    public Tally Minus(Tally other) => Merge(other, -1);

    /// <inheritdoc/>
    public bool Equals(Tally? other) => other is not null && counts.SequenceEqual(other.counts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Tally);

    /// <inheritdoc/>
    public override int GetHashCode() => counts.Aggregate(counts.Length, (hash, count) => HashCode.Combine(hash, count.Key, count.Value));

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"));

    private Tally Merge(Tally other, int sign)
    {
        ArgumentNullException.ThrowIfNull(other);
        var merged = ImmutableArray.CreateBuilder<KeyValuePair<string, int>>(counts.Length + other.counts.Length);
        for (var (i, j) = (0, 0); i < counts.Length || j < other.counts.Length;)
        {
            var order = i == counts.Length ? 1 : j == other.counts.Length ? -1 : string.CompareOrdinal(counts[i].Key, other.counts[j].Key);
            var sum = (order <= 0 ? counts[i].Value : 0) + (order >= 0 ? sign * other.counts[j].Value : 0);
            if (sum != 0) merged.Add(KeyValuePair.Create(order <= 0 ? counts[i].Key : other.counts[j].Key, sum));
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        return new(merged.ToImmutable());
    }
}
