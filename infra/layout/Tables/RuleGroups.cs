namespace LearningSociety.Layout.Tables;

/// <summary>Finds the rules that make a table together: those that cross.</summary>
public static class RuleGroups
{
    /// <summary>A rule that leans otherwise than the others by more is a stroke of a pen.</summary>
    private const double Lean = 0.08;

    /// <summary>What is left of a row at the page's end is no lower, inches.</summary>
    private const double ShortestBorder = 0.2;

    /// <summary>Sets of rules that cross each other, with borders added where all rules end on one line although none is drawn.</summary>
    /// <param name="across">Horizontal rules.</param>
    /// <param name="down">Vertical rules.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static IReadOnlyList<(List<Rule> Across, List<Rule> Down)> Of(IReadOnlyList<Rule> across, IReadOnlyList<Rule> down, double dpi)
    {
        var groups = Crossing([.. InLine(across, dpi)], [.. InLine(down, dpi)], dpi).ToList();
        foreach (var (rows, columns) in groups)
        {
            var (sides, ends) = (OpenSides(rows, columns, dpi), OpenSides(columns, rows, dpi));
            columns.AddRange(sides);
            rows.AddRange(ends);
        }

        return groups;
    }

    private static IEnumerable<Rule> InLine(IReadOnlyList<Rule> rules, double dpi)
    {
        var sure = rules.Where(r => r.Length >= dpi).OrderBy(r => r.Slope).ToList();
        if (sure.Count == 0) return rules;
        double half = sure.Sum(r => (double)r.Length) / 2, passed = 0;
        var slope = sure.First(r => (passed += r.Length) >= half).Slope;
        return rules.Where(r => Math.Abs(r.Slope - slope) <= Lean);
    }

    /// <summary>A border for each side on which most rules run on past the last crossing one and end together.</summary>
    private static List<Rule> OpenSides(List<Rule> along, List<Rule> crossing, double dpi)
    {
        double past = 0.2 * dpi, near = 0.08 * dpi, weight = crossing.Sum(r => r.Weight), lean = crossing.Sum(r => r.Weight * r.Slope) / weight, middle = along.Average(r => r.Middle);

        // On a leaning table the ends lie on a leaning line: each is compared where it would be at the table's middle.
        double Level(Rule rule, int end) => end - lean * (rule.At(end) - middle);
        double Place(Rule rule) => rule.At((rule.From + rule.To) / 2.0, lean) - lean * ((rule.From + rule.To) / 2.0 - middle);
        double first = crossing.Min(Place), last = crossing.Max(Place);
        var added = new List<Rule>();
        Side(r => r.From, e => e < first - past, e => e <= first + near, Enumerable.Max);
        Side(r => r.To, e => e > last + past, e => e >= last - near, Enumerable.Min);
        return added;

        void Side(Func<Rule, int> end, Func<double, bool> runsOn, Func<double, bool> reaches, Func<IEnumerable<double>, double> innermost)
        {
            var open = along.Where(r => runsOn(Level(r, end(r)))).OrderBy(r => Level(r, end(r))).ToList();
            if (open.Count < 2) return;
            var place = Level(open[open.Count / 2], end(open[open.Count / 2]));
            var together = open.Where(r => Math.Abs(Level(r, end(r)) - place) <= near).OrderBy(r => r.At(end(r))).ToList();

            // Rows between may begin inside of a cell that spans them; and the page may end in such a cell, which then has no lower border.
            var outer = along.Where(r => reaches(Level(r, end(r)))).OrderBy(r => r.Middle).ToList();
            var (isFirst, isLast) = (together.Contains(outer[0]), together.Contains(outer[^1]));
            if (together.Count < 2 || (together.Count < 0.7 * outer.Count && !isFirst && !isLast)) return;

            // Where the shortest of them ends, so that all reach it.
            var border = innermost(together.Select(r => Level(r, end(r))));
            added.Add(Rule.Implied(Math.Min((int)outer[0].At(end(outer[0])), crossing.Min(r => r.From)), Math.Max((int)outer[^1].At(end(outer[^1])), crossing.Max(r => r.To)), across => border + lean * (across - middle)));
        }
    }

    private static IEnumerable<(List<Rule> Across, List<Rule> Down)> Crossing(List<Rule> across, List<Rule> down, double dpi)
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

        var all = crossings;

        // A rule of a table crosses at least two of the other direction; what hangs on one is a stem or an underline.
        while (true)
        {
            var acrossCount = crossings.GroupBy(c => c.Across).ToDictionary(g => g.Key, g => g.Count());
            var downCount = crossings.GroupBy(c => c.Down).ToDictionary(g => g.Key, g => g.Count());
            var left = crossings.Where(c => acrossCount[c.Across] >= 2 && downCount[c.Down] >= 2).ToList();
            if (left.Count == crossings.Count) break;
            crossings = left;
        }

        // But what is left of a broken rule may hang on one: it goes on where a rule that stays ends.
        var kept = (Across: crossings.Select(c => c.Across).ToHashSet(), Down: crossings.Select(c => c.Down).ToHashSet());
        crossings.AddRange(all.Where(c => !kept.Across.Contains(c.Across) && kept.Down.Contains(c.Down) && GoesOn(kept.Across, c.Across, dpi)));
        crossings.AddRange(all.Where(c => kept.Across.Contains(c.Across) && !kept.Down.Contains(c.Down) && GoesOn(kept.Down, c.Down, dpi)));

        // So do the borders of a row that the page's end cut, where no other row has them: they end where those of the whole table end.
        kept.Across.UnionWith(crossings.Select(c => c.Across));
        var hanging = all.Where(c => kept.Across.Contains(c.Across) && !kept.Down.Contains(c.Down)).ToList();
        crossings.AddRange(hanging.Where(c => IsCutShort(kept.Down, [.. hanging.Where(o => o.Across == c.Across && o.Down != c.Down).Select(o => o.Down)], c.Across, c.Down, dpi)));

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

    /// <summary>Whether a rule goes on where another ends, or begins and ends with others: the last row of a table without outer borders.</summary>
    private static bool GoesOn(IReadOnlyCollection<Rule> rules, Rule piece, double dpi) => (piece.Length >= 2 * dpi && rules.Any(r => HasEnds(r, piece, 0.08 * dpi))) || rules.Any(r =>
    {
        var gap = Math.Max(r.From - piece.To, piece.From - r.To);
        return gap > 0 && gap <= 0.3 * dpi && Math.Abs(r.At((piece.From + piece.To) / 2.0) - piece.Middle) <= 0.02 * dpi;
    });

    /// <summary>Whether a rule begins on one that it crosses and ends in the open, level with at least two others: one of the table's, and another or one that is cut short like it.</summary>
    private static bool IsCutShort(IReadOnlyCollection<Rule> rules, IReadOnlyCollection<Rule> beside, Rule crossed, Rule piece, double dpi)
    {
        double near = 0.08 * dpi, at = crossed.At(piece.Middle);
        bool IsLevel(Func<Rule, int> open, Func<Rule, int> held) =>
            Math.Abs(held(piece) - at) <= near && Math.Abs(open(piece) - at) > 2 * near && rules.Count(r => IsBeside(r, open)) is > 0 and var own && own + beside.Count(r => IsBeside(r, open)) >= 2;
        bool IsBeside(Rule rule, Func<Rule, int> open) => Math.Abs(open(rule) - open(piece)) <= near;
        return piece.Length >= ShortestBorder * dpi && (IsLevel(r => r.From, r => r.To) || IsLevel(r => r.To, r => r.From));
    }

    private static bool HasEnds(Rule one, Rule other, double near) => Math.Abs(one.From - other.From) <= near && Math.Abs(one.To - other.To) <= near;
}
