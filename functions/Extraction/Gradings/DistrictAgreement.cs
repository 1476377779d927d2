using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Gradings;

/// <summary>
/// The tables of one plan list the same districts: a name that only one of them has, and that is like one that only another has, is
/// the same name, and so is one in the same place among the others. The one stands that is made of what places are called, else the one read more surely; of a hook and an acute read about
/// as surely, the hook, since it is what gets lost.
/// </summary>
internal static class DistrictAgreement
{
    private const double SameName = 0.7;
    private const double AboutAsSure = 0.05;

    /// <summary>The rows with their districts under one name.</summary>
    /// <param name="tables">Each table's rows with how surely their names were read.</param>
    public static void Settle(IReadOnlyList<List<(GradingRow Row, Confidence Name)>> tables)
    {
        foreach (var (first, second) in tables.SelectMany((table, at) => tables.Skip(at + 1).Select(other => (table, other))))
        {
            var (left, right) = (Alone(first, second), Alone(second, first));
            foreach (var at in left)
            {
                var best = right.Select(other => (At: other, Likeness: TextSimilarity.OfMarked(first[at].Row.District, second[other].Row.District)))
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
    private static int? ByOrder(List<(GradingRow Row, Confidence Name)> table, int at, List<(GradingRow Row, Confidence Name)> other)
    {
        int In(int row) => table[row].Row.District.Length == 0 ? -1 : other.FindIndex(pair => pair.Row.District == table[row].Row.District);
        var (before, after) = (Enumerable.Range(0, at).LastOrDefault(row => In(row) >= 0, -1), Enumerable.Range(at + 1, table.Count - at - 1).FirstOrDefault(row => In(row) >= 0, table.Count));
        var match = (before < 0 ? -1 : In(before)) + at - before;
        var isBetween = match < other.Count && match + after - at == (after == table.Count ? other.Count : In(after));
        return isBetween && other[match].Row.Communes.Value is > 0 and var communes && communes == table[at].Row.Communes.Value ? match : null;
    }

    private static void Join(List<(GradingRow Row, Confidence Name)> first, int at, List<(GradingRow Row, Confidence Name)> second, int other)
    {
        var name = Surer(first[at], second[other]);
        var sure = new Confidence(Math.Max(first[at].Name.Value, second[other].Name.Value));
        first[at] = (first[at].Row with { District = name }, sure);
        second[other] = (second[other].Row with { District = name }, sure);
    }

    private static List<int> Alone(List<(GradingRow Row, Confidence Name)> table, List<(GradingRow Row, Confidence Name)> other)
    {
        var names = other.Select(pair => pair.Row.District).ToHashSet();
        return [.. Enumerable.Range(0, table.Count).Where(at => !table[at].Row.IsTotal && !names.Contains(table[at].Row.District))];
    }

    private static string Surer((GradingRow Row, Confidence Name) a, (GradingRow Row, Confidence Name) b)
    {
        if (HasMore(a.Row.District, b.Row.District) || HasMore(b.Row.District, a.Row.District)) return a.Row.District.Length > b.Row.District.Length ? a.Row.District : b.Row.District;
        if (PlaceSyllables.IsName(a.Row.District) != PlaceSyllables.IsName(b.Row.District)) return PlaceSyllables.IsName(a.Row.District) ? a.Row.District : b.Row.District;
        if (Math.Abs(a.Name.Value - b.Name.Value) > AboutAsSure) return a.Name > b.Name ? a.Row.District : b.Row.District;
        return HasHook(b.Row.District) && !HasHook(a.Row.District) ? b.Row.District : a.Row.District;
    }

    private static bool HasMore(string name, string part) => PlaceSyllables.IsName(name) && (name.StartsWith(part + " ", StringComparison.Ordinal) || name.EndsWith(" " + part, StringComparison.Ordinal));

    private static bool HasHook(string name) => name.Any(letter => "ảẳẩẻểỉỏổởủửỷẢẲẨẺỂỈỎỔỞỦỬỶ".Contains(letter, StringComparison.Ordinal));
}
