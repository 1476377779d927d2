using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

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

    /// <summary>More columns than that are two grids, of which one shines through from the back; ink of the page's own grid is so dark.</summary>
    private const int MostColumns = 9;
    private static readonly int[] OwnInk = [118, 145, 170];

    /// <summary>Tables found in another way count where they are so much larger.</summary>
    private const double Larger = 1.2;

    /// <summary>The own grid covers so large a share of both.</summary>
    private const double OwnShare = 0.65;

    /// <summary>The tables of a grey page, pale rules too.</summary>
    /// <param name="image">Even light, text upright.</param>
    /// <param name="inkLevel">What is darker is ink.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static RuledPage Find(GrayImage image, int inkLevel, double dpi)
    {
        var ink = image.Darker(inkLevel);
        var (ruled, down) = Look(PaleRules.Added(image, BrokenRules.Filled(ink, dpi), dpi), dpi);
        if (ruled.Grids.Any(g => g.Columns > MostColumns))
        {
            // The own lines may be pale too, but are darker than those behind them: the level at which most of them are left and none of the others.
            var own = OwnInk.Where(level => level < inkLevel).Select(level => Find(BrokenRules.Filled(image.Darker(level), dpi), dpi)).Where(page => IsWhole(page, ruled)).ToList();
            if (own.Count > 0) return own.MaxBy(page => page.Grids.Sum(g => g.Cells.Count))!;
        }

        if (ruled.Grids.Count == 0 && SpeckRules.Filled(ink, dpi) is var specks && !ReferenceEquals(specks, ink)) (ruled, down) = Look(PaleRules.Added(image, BrokenRules.Filled(specks, dpi), dpi), dpi);
        var ladder = LadderRules.Filled(ink, down, Larger * Area(ruled.Grids), dpi);
        return !ReferenceEquals(ladder, ink) && Find(PaleRules.Added(image, BrokenRules.Filled(ladder, dpi), dpi), dpi) is var whole && Area(whole.Grids) > Larger * Area(ruled.Grids) ? whole : ruled;
    }

    private static bool IsWhole(RuledPage own, RuledPage both) =>
        own.Grids.All(g => g.Columns <= MostColumns) && Area(own.Grids) >= OwnShare * Area(both.Grids);

    private static double Area(IEnumerable<Grid> grids) => grids.Sum(g => g.Bounds.Width * g.Bounds.Height);

    /// <summary>The tables of a picture, from top to bottom, and the rules that are no part of any letter.</summary>
    /// <param name="image">Black and white, text upright.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static RuledPage Find(BinaryImage image, double dpi) => Look(image, dpi).Page;

    private static (RuledPage Page, IReadOnlyList<Rule> Down) Look(BinaryImage image, double dpi)
    {
        var (across, down) = Rules(SolidInk.Without(image, dpi), dpi);
        var groups = RuleGroups.Of(across, down, dpi);
        var (byLines, inGrids) = ByLines(image, groups, dpi);

        var implied = groups.SelectMany(g => g.Across.Where(r => !r.IsDrawn).Select(r => Ends(r, false)).Concat(g.Down.Where(r => !r.IsDrawn).Select(r => Ends(r, true)))).ToList();
        var grids = new GridChoice(image, across, down, implied, dpi).Of(byLines, ByPaper(image, across, down, implied, dpi));
        foreach (var grid in grids.Where(g => !byLines.Contains(g)))
        {
            inGrids.UnionWith(across.Where(r => OnBorder(grid, r, false, dpi)));
            inGrids.UnionWith(down.Where(r => OnBorder(grid, r, true, dpi)));
        }

        return (Ruled(grids, across, down, inGrids, dpi), down);
    }

    /// <summary>The tables of rules that are known exactly.</summary>
    /// <param name="image">The rules alone, black and white.</param>
    /// <param name="across">Horizontal rules.</param>
    /// <param name="down">Vertical rules.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static RuledPage Of(BinaryImage image, IReadOnlyList<Rule> across, IReadOnlyList<Rule> down, double dpi)
    {
        var (grids, inGrids) = ByLines(image, RuleGroups.Of(across, down, dpi), dpi);
        return Ruled(grids, across, down, inGrids, dpi);
    }

    private static (List<Grid> Grids, HashSet<Rule> Rules) ByLines(BinaryImage image, IReadOnlyList<(List<Rule> Across, List<Rule> Down)> groups, double dpi)
    {
        var grids = new List<Grid>();
        var inGrids = new HashSet<Rule>();
        foreach (var group in groups)
        {
            if (GridBuilder.Build(image, group.Across, group.Down, dpi) is not { } grid) continue;
            grids.Add(grid);
            inGrids.UnionWith(group.Across);
            inGrids.UnionWith(group.Down);
        }

        return (grids, inGrids);
    }

    private static RuledPage Ruled(IEnumerable<Grid> grids, IReadOnlyList<Rule> across, IReadOnlyList<Rule> down, HashSet<Rule> inGrids, double dpi) => new(
        [.. grids.OrderBy(g => g.Bounds.Top).ThenBy(g => g.Bounds.Left)],
        [.. across.Where(inGrids.Contains)],
        [.. down.Where(inGrids.Contains)],
        [.. across.Where(r => !inGrids.Contains(r) && r.Length >= 0.6 * dpi)]);

    /// <summary>Whether a rule runs on a border of a grid that was not made of it.</summary>
    private static bool OnBorder(Grid grid, Rule rule, bool isDown, double dpi)
    {
        var near = 0.04 * dpi;
        return grid.Cells.Select(c => c.Shape.Bounds).Select(b => isDown ? new Rect(b.Top, b.Left, b.Bottom, b.Right) : b).Any(b =>
        {
            double from = Math.Max(rule.From, b.Left), to = Math.Min(rule.To, b.Right), place = rule.At((from + to) / 2);
            return to - from >= 0.5 * Math.Min(rule.Length, b.Width) && Math.Min(Math.Abs(place - b.Top), Math.Abs(place - b.Bottom)) <= near;
        });
    }

    /// <summary>Tables by the other way: the paper that the rules enclose. Only looked for where there are rules both ways.</summary>
    private static List<Grid> ByPaper(BinaryImage image, List<Rule> across, List<Rule> down, IReadOnlyList<(Point From, Point To)> implied, double dpi)
    {
        if (across.Count < 2 || down.Count == 0) return [];
        var area = new Rect(
            Math.Min(across.Min(r => r.From), down.Min(r => r.Middle)), Math.Min(down.Min(r => r.From), across.Min(r => r.Middle)),
            Math.Max(across.Max(r => r.To), down.Max(r => r.Middle)), Math.Max(down.Max(r => r.To), across.Max(r => r.Middle))).Grow(0.1 * dpi);
        area = new(Math.Max(0, Math.Floor(area.Left)), Math.Max(0, Math.Floor(area.Top)), Math.Min(image.Width, Math.Ceiling(area.Right)), Math.Min(image.Height, Math.Ceiling(area.Bottom)));
        return RegionGrids.Build(WhiteRegions.Find(image, area, implied, RegionGrids.NarrowestCell * dpi), area, dpi);
    }

    private static (Point From, Point To) Ends(Rule rule, bool down) => down
        ? (new(rule.At(rule.From), rule.From), new(rule.At(rule.To), rule.To)) : (new(rule.From, rule.At(rule.From)), new(rule.To, rule.At(rule.To)));

    private static (List<Rule> Across, List<Rule> Down) Rules(BinaryImage image, double dpi)
    {
        bool IsStraight(Rule r) => r.Coverage(r.From, r.To + 1) >= 0.7 && (r.Length >= dpi || r.Bend <= Rule.MostBend * dpi);
        var across = RuleFinder.Find(image, dpi, 0.15).Where(r => r.Length >= 0.25 * dpi && IsStraight(r)).Take(MostRules).ToList();
        double touch = 0.05 * dpi, met = 0.02 * dpi;
        var turned = image.Transposed();
        var upright = RuleFinder.Find(turned, dpi, 0.07).Where(IsStraight).ToList();
        var sure = upright.Where(r => r.Length >= 0.25 * dpi).ToList();

        // Stems of letters in lines one below the other make rules with gaps.
        var whole = sure.Where(r => r.Length >= 1.5 * dpi || r.Coverage(r.From, r.To + 1) >= 0.9).ToList();
        bool GoesOn(Rule r) => whole.Exists(s => Math.Abs(s.At((r.From + r.To) / 2.0) - r.Middle) <= 0.02 * dpi);
        var down = sure
            .Concat(upright.Where(r => r.Length < 0.25 * dpi && (EndsOn(across, r, r.From, touch), EndsOn(across, r, r.To, touch)) switch
            {
                // A tall letter reaches from rule to rule in a low row too, but it has parts beside its stem, and gaps below its marks.
                (true, true) => (r.Coverage(r.From, r.To + 1) >= 0.93 && EndsOn(across, r, r.From, met) && EndsOn(across, r, r.To, met) && RuleFinder.IsBare(turned, r)) || GoesOn(r),
                (false, false) => false,
                _ => GoesOn(r) && RuleFinder.IsBare(turned, r),
            }))
            .OrderByDescending(r => r.Length).Take(MostRules).ToList();
        return (across, down);
    }

    /// <summary>Stems of letters are short; a short vertical rule is one only between two horizontal ones, or as what is left of a longer one.</summary>
    private static bool EndsOn(List<Rule> across, Rule rule, int end, double touch)
    {
        var x = rule.Middle;
        return across.Exists(a => x >= a.From - touch && x <= a.To + touch && Math.Abs(a.At(x) - end) <= touch);
    }
}
