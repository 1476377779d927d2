using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Text;

namespace LearningSociety.Extraction.Gradings;

/// <summary>
/// The tables of one plan list the same districts: a name that only one of them has, and that is like one that only another has, is
/// the same name. The one stands that is made of what places are called, else the one read more surely; of a hook and an acute read about
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
                var match = best[0].At;
                var name = Surer(first[at], second[match]);
                var sure = new Confidence(Math.Max(first[at].Name.Value, second[match].Name.Value));
                first[at] = (first[at].Row with { District = name }, sure);
                second[match] = (second[match].Row with { District = name }, sure);
                right.Remove(match);
            }
        }
    }

    private static List<int> Alone(List<(GradingRow Row, Confidence Name)> table, List<(GradingRow Row, Confidence Name)> other)
    {
        var names = other.Select(pair => pair.Row.District).ToHashSet();
        return [.. Enumerable.Range(0, table.Count).Where(at => !table[at].Row.IsTotal && table[at].Row.District.Length > 0 && !names.Contains(table[at].Row.District))];
    }

    private static string Surer((GradingRow Row, Confidence Name) a, (GradingRow Row, Confidence Name) b)
    {
        if (PlaceSyllables.IsName(a.Row.District) != PlaceSyllables.IsName(b.Row.District)) return PlaceSyllables.IsName(a.Row.District) ? a.Row.District : b.Row.District;
        if (Math.Abs(a.Name.Value - b.Name.Value) > AboutAsSure) return a.Name > b.Name ? a.Row.District : b.Row.District;
        return HasHook(b.Row.District) && !HasHook(a.Row.District) ? b.Row.District : a.Row.District;
    }

    private static bool HasHook(string name) => name.Any(letter => "ảẳẩẻểỉỏổởủửỷẢẲẨẺỂỈỎỔỞỦỬỶ".Contains(letter, StringComparison.Ordinal));
}
