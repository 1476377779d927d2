using System.Numerics;
using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tables;

/// <summary>Finds ruling lines: long thin runs of ink, grouped over neighbouring rows, nicked pieces joined.</summary>
public static class RuleFinder
{
    /// <summary>Longer runs of ink are no letters' stems, inches.</summary>
    private const double LongestStem = 0.25;

    /// <summary>Over a wider gap, inches, what has other ink so near is a stem.</summary>
    private const double Nick = 0.05, Beside = 0.06;

    /// <summary>The thickest rule, and the thickest long one: double lines of a page that was copied larger; print is never so long without a gap, inches.</summary>
    private const double Thickest = 0.045, Long = 1, ThickestLong = 0.08;

    /// <summary>Horizontal rules of the picture.</summary>
    /// <param name="image">Black and white; for vertical rules the transposed picture.</param>
    /// <param name="dpi">Pixels an inch.</param>
    /// <param name="shortest">Shortest unbroken run that counts, inches.</param>
    public static List<Rule> Find(BinaryImage image, double dpi, double shortest)
    {
        var minimum = Math.Max(6, (int)(shortest * dpi));
        var rules = Group(image, minimum)
            .Where(r => r.Weight / r.Length <= Math.Max(3, (r.Length < Long * dpi ? Thickest : ThickestLong) * dpi) + 2)
            .ToList();
        return Join(image, rules, dpi);
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

    private static List<Rule> Join(BinaryImage image, List<Rule> rules, double dpi)
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
                // A letter in line with a rule is no part of it, and above or below a short one would bend it.
                var near = next.From - rule.To > Nick * dpi ? Beside * dpi : 0;
                if (Stem(rule, near) || Stem(next, near)) continue;
                if (next.To - rule.From < dpi && Math.Min(rule.Bend, next.Bend) <= bent && rule.BendWith(next) > bent) continue;
                rule.Add(next);
                sorted.RemoveAt(j);
                j = i;
            }
        }

        return sorted;

        bool Stem(Rule rule, double reach) => rule.Length < LongestStem * dpi && !IsBare(image, rule, (int)reach);
    }

    /// <summary>Whether there is next to no ink beside a rule.</summary>
    /// <param name="image">The picture that the rule was found in.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="reach">How far from its middle is looked, pixels; at least just beside it.</param>
    public static bool IsBare(BinaryImage image, Rule rule, int reach = 0)
    {
        int beside = 0, all = 0, aside = (int)(rule.Weight / rule.Length / 2) + 3;
        for (var x = rule.From + 2; x <= rule.To - 2; x++)
        {
            all++;
            var y = (int)Math.Round(rule.At(x));
            for (var d = aside; d <= Math.Max(aside, reach); d++)
            {
                if (y - d >= 0 && y + d < image.Height && image.Ink[(y - d) * image.Width + x] == 0 && image.Ink[(y + d) * image.Width + x] == 0) continue;
                beside++;
                break;
            }
        }

        return beside <= 0.2 * all;
    }
}
