namespace LearningSociety.Generator.Chance;

/// <summary>Chance that is the same for the same seed on every machine and runtime (SplitMix64).</summary>
public sealed class Dice
{
    private readonly ulong seed;
    private ulong state;
    private double? spare;

    /// <summary>Dice that fall alike for the same seed.</summary>
    public Dice(ulong seed) => this.seed = state = seed;

    /// <summary>Dice for one concern, which do not change when another concern throws more or less often.</summary>
    public Dice For(string concern)
    {
        var hash = 14695981039346656037UL ^ seed;
        foreach (var letter in concern) hash = (hash ^ letter) * 1099511628211UL;
        return new(hash);
    }

    /// <summary>A whole number from 0 to less than <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Next() % (uint)count);

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>A number in the interval.</summary>
    public double Real(double least = 0, double most = 1) => least + (most - least) * (Next() >> 11) / (1UL << 53);

    /// <summary>True with the probability given.</summary>
    public bool Chance(double probability) => Real() < probability;

    /// <summary>One of several, all alike probable.</summary>
    public T Pick<T>(params IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of several by weight.</summary>
    public T Weighted<T>(params IReadOnlyList<(T Item, double Weight)> items)
    {
        var at = Real(0, items.Sum(item => item.Weight));
        foreach (var (item, weight) in items)
            if ((at -= weight) < 0) return item;
        return items[^1].Item;
    }

    /// <summary>The items in another order.</summary>
    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        for (var i = all.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all;
    }

    /// <summary>A normally distributed number of mean 0 and deviation 1.</summary>
    public double Normal()
    {
        if (spare is { } kept)
        {
            spare = null;
            return kept;
        }

        var radius = Math.Sqrt(-2 * Math.Log(1 - Real()));
        var angle = Real(0, 2 * Math.PI);
        spare = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    private ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
