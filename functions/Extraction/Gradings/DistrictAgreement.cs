using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Gradings;

/// <summary>
/// The tables of one plan list the same districts: a name that only one of them has, and that is like one that only another has, is
/// the same name, and so is one in the same place among the others. Of two readings of a word the one stands that places are called, else the one
/// read more surely; of two read about as surely the one with more marks, and a hook before an acute, since it is that which gets lost.
/// </summary>
internal static class DistrictAgreement
{
    private const double SameName = 0.7;
    private const double AboutAsSure = 0.05;

    /// <summary>The rows with their districts under one name.</summary>
    /// <param name="tables">Each table's rows with how surely their names were read.</param>
    public static void Settle(IReadOnlyList<List<NamedRow>> tables)
    {
        foreach (var (first, second) in tables.SelectMany((table, at) => tables.Skip(at + 1).Select(other => (table, other))))
        {
            var (left, right) = (Alone(first, second), Alone(second, first));
            foreach (var at in left)
            {
                var best = right.Select(other => (At: other, Likeness: TextSimilarity.OfMarked(first[at].District, second[other].District)))
                    .Where(other => other.Likeness >= SameName).OrderByDescending(other => other.Likeness).ToList();
                if (best.Count == 0) continue;
                Join(first, at, second, best[0].At);
                right.Remove(best[0].At);
            }

            foreach (var at in Alone(first, second))
            {
                if (ByOrder(first, at, second) is { } other && Alone(second, first).Contains(other)) Join(first, at, second, other);
            }
        }
    }

    // Of "Minh" and "Minh Sơn" between the same districts, with as many communes, one lost a word.
    private static int? ByOrder(List<NamedRow> table, int at, List<NamedRow> other)
    {
        int In(int row) => table[row].District.Length == 0 ? -1 : other.FindIndex(one => one.District == table[row].District);
        var (before, after) = (Enumerable.Range(0, at).LastOrDefault(row => In(row) >= 0, -1), Enumerable.Range(at + 1, table.Count - at - 1).FirstOrDefault(row => In(row) >= 0, table.Count));
        var match = (before < 0 ? -1 : In(before)) + at - before;
        var isBetween = match < other.Count && match + after - at == (after == table.Count ? other.Count : In(after));
        return isBetween && other[match].Row.Communes.Value is > 0 and var communes && communes == table[at].Row.Communes.Value ? match : null;
    }

    private static void Join(List<NamedRow> first, int at, List<NamedRow> second, int other)
    {
        var name = Surer(first[at], second[other]);
        first[at] = new(first[at].Row with { District = name.District }, name.Sure);
        second[other] = new(second[other].Row with { District = name.District }, name.Sure);
    }

    private static List<int> Alone(List<NamedRow> table, List<NamedRow> other)
    {
        var names = other.Select(row => row.District).ToHashSet();
        return [.. Enumerable.Range(0, table.Count).Where(at => !table[at].Row.IsTotal && !names.Contains(table[at].District))];
    }

    private static NamedRow Surer(NamedRow a, NamedRow b)
    {
        var (longer, shorter) = a.District.Length > b.District.Length ? (a, b) : (b, a);
        if (HasMore(longer.District, shorter.District)) return longer;
        if (a.Sure.Length != b.Sure.Length) return PlaceSyllables.IsName(a.District) != PlaceSyllables.IsName(b.District) ? (PlaceSyllables.IsName(a.District) ? a : b) : a.Name > b.Name ? a : b;
        var words = a.Syllables.Zip(a.Sure).Zip(b.Syllables.Zip(b.Sure), (one, other) => Surer(one, other)).ToList();
        return new(a.Row with { District = string.Join(' ', words.Select(word => word.Text)) }, [.. words.Select(word => word.Sure)]);
    }

    private static (string Text, Confidence Sure) Surer((string Text, Confidence Sure) a, (string Text, Confidence Sure) b)
    {
        if (PlaceSyllables.IsName(a.Text) != PlaceSyllables.IsName(b.Text)) return PlaceSyllables.IsName(a.Text) ? a : b;
        if (a.Text == b.Text || Math.Abs(a.Sure.Value - b.Sure.Value) > AboutAsSure) return a.Sure > b.Sure ? a : b;
        var (first, second) = (VietnameseText.Marks(a.Text), VietnameseText.Marks(b.Text));
        return first != second ? (first > second ? a : b) : HasHook(b.Text) && !HasHook(a.Text) ? b : a;
    }

    private static bool HasMore(string name, string part) => PlaceSyllables.IsName(name) && (name.StartsWith(part + " ", StringComparison.Ordinal) || name.EndsWith(" " + part, StringComparison.Ordinal));

    private static bool HasHook(string name) => name.Any(letter => "ảẳẩẻểỉỏổởủửỷẢẲẨẺỂỈỎỔỞỦỬỶ".Contains(letter, StringComparison.Ordinal));
}
