using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tables;

/// <summary>The tables of a page and its ruling lines.</summary>
/// <param name="Grids">Tables from top to bottom.</param>
/// <param name="Across">Horizontal rules of the tables.</param>
/// <param name="Down">Vertical rules of the tables.</param>
/// <param name="Loose">Long horizontal lines outside tables: underlines, separators; a long stroke of a hand may be among them.</param>
public sealed record RuledPage(IReadOnlyList<Grid> Grids, IReadOnlyList<Rule> Across, IReadOnlyList<Rule> Down, IReadOnlyList<Rule> Loose);

/// <summary>Finds ruled tables: rules that cross belong together; between two neighbouring places there is a border when a rule covers it.</summary>
public static class GridFinder
{
    private const int MostRules = 1500;

    /// <summary>The tables of a picture, from top to bottom, and the rules that are no part of any letter.</summary>
    /// <param name="image">Black and white, text upright.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static RuledPage Find(BinaryImage image, double dpi)
    {
        var (across, down) = Rules(image, dpi);
        var grids = new List<Grid>();
        var inGrids = new HashSet<Rule>();
        foreach (var group in Groups(across, down, dpi))
        {
            if (GridBuilder.Build(group.Across, group.Down, dpi) is not { } grid) continue;
            grids.Add(grid);
            inGrids.UnionWith(group.Across);
            inGrids.UnionWith(group.Down);
        }

        return new(
            [.. grids.OrderBy(g => g.Bounds.Top).ThenBy(g => g.Bounds.Left)],
            [.. across.Where(inGrids.Contains)],
            [.. down.Where(inGrids.Contains)],
            [.. across.Where(r => !inGrids.Contains(r) && r.Length >= 0.6 * dpi)]);
    }

    private static (List<Rule> Across, List<Rule> Down) Rules(BinaryImage image, double dpi)
    {
        var across = RuleFinder.Find(image, dpi, 0.15).Where(r => r.Length >= 0.25 * dpi && r.Coverage(r.From, r.To + 1) >= 0.7).Take(MostRules).ToList();
        var touch = 0.05 * dpi;
        var down = RuleFinder.Find(image.Transposed(), dpi, 0.07)
            .Where(r => r.Coverage(r.From, r.To + 1) >= 0.7)
            .Where(r => r.Length >= 0.25 * dpi || (EndsOn(across, r, r.From, touch) && EndsOn(across, r, r.To, touch)))
            .OrderByDescending(r => r.Length).Take(MostRules).ToList();
        return (across, down);
    }

    /// <summary>Stems of letters are short; a short vertical rule is one only between two horizontal ones.</summary>
    private static bool EndsOn(List<Rule> across, Rule rule, int end, double touch)
    {
        var x = rule.Middle;
        return across.Exists(a => x >= a.From - touch && x <= a.To + touch && Math.Abs(a.At(x) - end) <= touch);
    }

    private static IEnumerable<(List<Rule> Across, List<Rule> Down)> Groups(List<Rule> across, List<Rule> down, double dpi)
    {
        var touch = 0.06 * dpi;
        bool Cross(Rule a, Rule d)
        {
            double x = d.At(a.Middle), y = a.At(x);
            return x >= a.From - touch && x <= a.To + touch && y >= d.From - touch && y <= d.To + touch;
        }

        var crossings = new List<(Rule Across, Rule Down)>();
        foreach (var a in across)
            foreach (var d in down)
                if (Cross(a, d)) crossings.Add((a, d));

        // A rule of a table crosses at least two of the other direction; what hangs on one is a stem or an underline.
        while (true)
        {
            var acrossCount = crossings.GroupBy(c => c.Across).ToDictionary(g => g.Key, g => g.Count());
            var downCount = crossings.GroupBy(c => c.Down).ToDictionary(g => g.Key, g => g.Count());
            var kept = crossings.Where(c => acrossCount[c.Across] >= 2 && downCount[c.Down] >= 2).ToList();
            if (kept.Count == crossings.Count) break;
            crossings = kept;
        }

        var group = new Dictionary<Rule, int>();
        var next = 0;
        foreach (var (a, d) in crossings)
        {
            var found = (group.TryGetValue(a, out var ga), group.TryGetValue(d, out var gd));
            switch (found)
            {
                case (false, false): group[a] = group[d] = next++; break;
                case (true, false): group[d] = ga; break;
                case (false, true): group[a] = gd; break;
                default:
                    if (ga != gd)
                        foreach (var rule in group.Where(p => p.Value == gd).Select(p => p.Key).ToList()) group[rule] = ga;
                    break;
            }
        }

        return group.GroupBy(p => p.Value).Select(g =>
        {
            var members = g.Select(p => p.Key).ToHashSet();
            return (across.Where(members.Contains).ToList(), down.Where(members.Contains).ToList());
        });
    }
}
