using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Tables;

/// <summary>Takes ruling lines out of a picture before it is recognised; text that touches a line keeps its strokes.</summary>
public static class RuleEraser
{
    /// <summary>How far from its edge a merged cell begins to be inside, pixels.</summary>
    private const double Border = 5;

    /// <summary>Lines of a rule: double ones are common, triple ones have been seen.</summary>
    private const int MostLines = 3;

    /// <summary>A copy of the picture without the rules of the page's tables and, if wanted, without the loose ones.</summary>
    public static GrayImage Erase(GrayImage image, RuledPage rules, bool loose, int inkLevel, byte paper)
    {
        var pixels = (byte[])image.Pixels.Clone();
        foreach (var rule in loose ? rules.Loose : []) Erase(pixels, rule, inkLevel, paper, image.Width, image.Height, 1, image.Width, []);
        // Inside a merged cell there is no border, even where rules above and below it are in line: there, letters would be cut.
        var merged = rules.Grids.SelectMany(g => g.Cells).Where(c => c.RowSpan > 1 || c.ColumnSpan > 1).Select(c => c.Shape.Bounds.Grow(-Border)).ToList();
        foreach (var rule in rules.Across)
            Erase(pixels, rule, inkLevel, paper, image.Width, image.Height, 1, image.Width, [.. merged.Where(m => Meets(m.Top, m.Bottom, rule))]);
        var turned = merged.Select(Turned).ToList();
        var tables = rules.Grids.Select(g => Turned(g.Bounds.Grow(Border))).ToList();
        foreach (var rule in rules.Down)
            Erase(pixels, rule, inkLevel, paper, image.Height, image.Width, image.Width, 1, [.. turned.Where(m => Meets(m.Top, m.Bottom, rule))], tables);
        return image with { Pixels = pixels };
    }

    private static Rect Turned(Rect box) => new(box.Top, box.Left, box.Bottom, box.Right);

    private static bool Meets(double from, double to, Rule rule) => rule.Middle > from - 20 && rule.Middle < to + 20;

    private static void Erase(byte[] pixels, Rule rule, int inkLevel, byte paper, int along, int across, int step, int cross, IReadOnlyList<Rect> spared,
        IReadOnlyList<Rect>? within = null)
    {
        if (!rule.IsDrawn) return;

        // Found rules are thickened by two pixels.
        var thickness = Math.Max(1, rule.Weight / rule.Length - 2);
        var reach = (int)(thickness / 2) + 3;
        var most = (int)thickness + 4;
        var trace = rule.Trace();
        for (var a = Math.Max(rule.From - 1, 0); a <= Math.Min(rule.To + 1, along - 1); a++)
        {
            var centre = (int)Math.Round(trace[Math.Clamp(a - rule.From, 0, trace.Length - 1)]);
            // A letter's stem in line with a column's border, above or below the table, is no border.
            if (within is not null && !within.Any(t => t.Contains(a, centre))) continue;
            if (spared.Any(m => m.Contains(a, centre))) continue;
            // A double rule has two lines within reach.
            for (var line = 0; line < MostLines && Nearest(a, centre, reach) is { } hit; line++)
            {
                int from = hit, to = hit;
                while (hit - from <= most && IsInk(a, from - 1)) from--;
                while (to - hit <= most && IsInk(a, to + 1)) to++;
                if (to - from + 1 > most) break;
                for (var c = from - 2; c <= to + 2; c++)
                    if (c >= 0 && c < across) pixels[a * step + c * cross] = paper;
            }
        }

        int? Nearest(int a, int centre, int reach)
        {
            for (var d = 0; d <= reach; d++)
            {
                if (IsInk(a, centre - d)) return centre - d;
                if (IsInk(a, centre + d)) return centre + d;
            }

            return null;
        }

        bool IsInk(int a, int c) => c >= 0 && c < across && pixels[a * step + c * cross] < inkLevel;
    }
}
