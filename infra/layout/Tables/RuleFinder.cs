using System.Numerics;
using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tables;

/// <summary>Finds ruling lines: long thin runs of ink, grouped over neighbouring rows, nicked pieces joined.</summary>
public static class RuleFinder
{
    /// <summary>Horizontal rules of the picture.</summary>
    /// <param name="image">Black and white; for vertical rules the transposed picture.</param>
    /// <param name="dpi">Pixels an inch.</param>
    /// <param name="shortest">Shortest unbroken run that counts, inches.</param>
    public static List<Rule> Find(BinaryImage image, double dpi, double shortest)
    {
        var minimum = Math.Max(6, (int)(shortest * dpi));
        var thickest = Math.Max(3, 0.045 * dpi) + 2;
        var rules = Group(image, minimum)
            .Where(r => r.Weight / r.Length <= thickest)
            .ToList();
        return Join(rules, dpi);
    }

    private static IEnumerable<Rule> Group(BinaryImage image, int minimum)
    {
        var done = new List<Rule>();
        var above = new List<(int From, int To, Rule Rule)>();
        var here = new List<(int From, int To, Rule Rule)>();
        var thick = new byte[image.Width];
        for (var y = 0; y < image.Height; y++)
        {
            Thicken(image, y, thick);
            here.Clear();
            var x = 0;
            while (x < thick.Length)
            {
                var skip = Array.IndexOf(thick, (byte)1, x);
                if (skip < 0) break;
                var end = Array.IndexOf(thick, (byte)0, skip);
                if (end < 0) end = thick.Length;
                x = end;
                if (end - skip < minimum) continue;
                Rule? owner = null;
                for (var i = 0; i < above.Count; i++)
                {
                    var run = above[i];
                    if (run.From >= end || run.To < skip || ReferenceEquals(run.Rule, owner)) continue;
                    if (owner is null)
                    {
                        owner = run.Rule;
                        continue;
                    }

                    var swallowed = run.Rule;
                    owner.Add(swallowed);
                    done.Remove(swallowed);
                    Replace(above, swallowed, owner);
                    Replace(here, swallowed, owner);
                }

                if (owner is null) done.Add(owner = new());
                owner.Add(skip, end - 1, y);
                here.Add((skip, end - 1, owner));
            }

            (above, here) = (here, above);
        }

        return done;
    }

    private static void Replace(List<(int From, int To, Rule Rule)> runs, Rule old, Rule by)
    {
        for (var i = 0; i < runs.Count; i++)
            if (ReferenceEquals(runs[i].Rule, old)) runs[i] = (runs[i].From, runs[i].To, by);
    }

    /// <summary>A row together with its neighbours, so that the stairs of a slightly turned line do not break it.</summary>
    private static void Thicken(BinaryImage image, int y, byte[] row)
    {
        int above = Math.Max(y - 1, 0) * image.Width, at = y * image.Width, below = Math.Min(y + 1, image.Height - 1) * image.Width;
        var ink = image.Ink;
        var x = 0;
        for (var step = Vector<byte>.Count; x <= row.Length - step; x += step) (new Vector<byte>(ink, above + x) | new Vector<byte>(ink, at + x) | new Vector<byte>(ink, below + x)).CopyTo(row, x);
        for (; x < row.Length; x++) row[x] = (byte)(ink[above + x] | ink[at + x] | ink[below + x]);
    }

    private static List<Rule> Join(List<Rule> rules, double dpi)
    {
        double gap = 0.15 * dpi, aside = 0.02 * dpi, bent = Rule.MostBend * dpi;
        var sorted = rules.OrderBy(r => r.From).ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            var rule = sorted[i];
            for (var j = i + 1; j < sorted.Count; j++)
            {
                var next = sorted[j];
                if (next.From - rule.To > gap) break;
                var meet = (rule.To + next.From) / 2.0;
                if (Math.Abs(rule.At(meet) - next.At(meet)) > aside) continue;
                // A letter above or below a short rule would bend it.
                if (next.To - rule.From < dpi && Math.Min(rule.Bend, next.Bend) <= bent && rule.BendWith(next) > bent) continue;
                rule.Add(next);
                sorted.RemoveAt(j);
                j = i;
            }
        }

        return sorted;
    }
}
