using System.Collections.Frozen;

namespace LearningSociety.Domain.Text;

/// <summary>
/// What recognition takes Vietnamese letters for, and how much such a slip counts beside another letter (1). Measured by reading
/// 200,000 letters of the seed documents at 90 to 200 dpi with noise, thresholds and thin ink, and counting what came out: the more
/// often a slip was seen, the less it counts. Three slips of four are tone marks, and most of these a hook read as an acute.
/// </summary>
internal static class ReadingSlips
{
    private const double Hook = 0.1;
    private const double LostTone = 0.12;
    private const double OtherTone = 0.15;
    private const double Stroke = 0.1;
    private const double Horn = 0.2;
    private const double OtherShape = 0.25;

    // Letters without marks, both ways: the pair, then its weight in hundredths.
    private static readonly FrozenDictionary<(char, char), double> Letters = new (string Pair, int Weight)[]
    {
        ("i1", 20), ("l1", 20), ("il", 25), ("o0", 25), ("hb", 30), ("un", 30), ("ti", 35), ("cg", 35), ("s5", 35),
        ("tl", 40), ("tf", 40), ("ea", 40), ("b8", 40), ("b6", 40), ("g9", 40), ("g6", 40), ("q9", 40), ("gq", 40), ("z2", 40), ("t1", 40), ("t7", 40), ("ce", 40), ("rn", 40), ("mn", 40),
        ("tr", 60), ("ao", 60), ("uo", 60), ("dp", 60), ("hl", 60), ("dc", 50), ("do", 50), ("dq", 50), ("co", 50), ("cq", 50), ("oq", 50), ("0d", 50), ("0q", 50), ("0c", 50),
        ("hk", 50), ("bk", 50), ("vy", 50), ("wv", 50), ("ij", 50), ("j1", 50), ("f7", 50), ("eg", 50), ("pn", 50), ("2a", 50),
    }.SelectMany(slip => new[] { ((slip.Pair[0], slip.Pair[1]), slip.Weight / 100.0), ((slip.Pair[1], slip.Pair[0]), slip.Weight / 100.0) })
        .ToFrozenDictionary(slip => slip.Item1, slip => slip.Item2);

    // Two letters for one.
    private static readonly (string Two, char One, double Weight)[] Doubles =
        [("rn", 'm', 0.4), ("ae", 'u', 0.4), ("ld", 'd', 0.5), ("id", 'd', 0.5), ("li", 'h', 0.5), ("ii", 'h', 0.5), ("ii", 'u', 0.4), ("cl", 'd', 0.5), ("ri", 'n', 0.5), ("vv", 'w', 0.5), ("in", 'm', 0.5)];

    // Letters without marks are compared far more often than others: a table of them.
    private static readonly double[] Plain = [.. Enumerable.Range(0, 128 * 128).Select(at => Compare((char)(at / 128), (char)(at % 128)))];

    /// <summary>How much it counts that one letter was read for another, small letters with or without marks: 0 the same, 1 another letter.</summary>
    internal static double Cost(char a, char b) => a < 128 && b < 128 ? Plain[(a * 128) + b] : Compare(a, b);

    /// <summary>How much it counts that two letters were read for one, or one for two; 1 and more when that is no known slip.</summary>
    internal static double Cost(char first, char second, char one)
    {
        var (a, b, c) = (VietnameseLetters.Bare(first), VietnameseLetters.Bare(second), VietnameseLetters.Bare(one));
        foreach (var (two, single, weight) in Doubles)
        {
            if (two[0] == a && two[1] == b && single == c) return weight;
        }

        return 2;
    }

    private static double Compare(char a, char b)
    {
        if (a == b) return 0;

        // Two digits are never a slip of one another: "số 1" and "số 7" are two schools.
        if (char.IsDigit(a) && char.IsDigit(b)) return 1;
        var (first, second) = (VietnameseLetters.Bare(a), VietnameseLetters.Bare(b));
        return first == second ? Marks(a, b) : Letters.GetValueOrDefault((first, second), 1);
    }

    private static double Marks(char a, char b)
    {
        var ((letterA, toneA), (letterB, toneB)) = (VietnameseLetters.Split(a), VietnameseLetters.Split(b));
        var tone = toneA == toneB ? 0 : (toneA, toneB) is (3, 2) or (2, 3) ? Hook : toneA == 0 || toneB == 0 ? LostTone : OtherTone;
        var shape = letterA == letterB ? 0 : VietnameseLetters.Bare(a) switch { 'd' => Stroke, 'u' => Horn, _ => OtherShape };
        return tone + shape;
    }
}
