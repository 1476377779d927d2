using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Tables;

/// <summary>The paper along a border that is drawn in part only.</summary>
internal static class PaperBand
{
    /// <summary>How much of a ragged border is ink.</summary>
    private const double Ragged = 0.85;

    /// <summary>
    /// Whether the border is the rest of one: it still hangs on one of its ends, and nothing crosses it where it is not drawn (ink on
    /// both of its sides at one place is a letter).
    /// </summary>
    /// <param name="image">Black and white.</param>
    /// <param name="from">One end of the border.</param>
    /// <param name="to">The other end.</param>
    /// <param name="down">Whether it is vertical.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static bool IsRest(BinaryImage image, Point from, Point to, bool down, double dpi)
    {
        int aside = Math.Max(3, (int)(0.025 * dpi)), steps = Steps(from, to), crossed = 0;
        if (steps < 4 * aside || (!IsDrawn(aside, steps / 6 + aside) && !IsDrawn(steps - steps / 6 - aside, steps - aside))) return false;
        for (var i = aside; i < steps - aside; i++)
        {
            var (x, y) = Place(from, to, i, steps);
            var ink = true;
            for (var d = -aside; d <= aside && ink; d += Math.Max(1, aside / 2))
                ink = IsInk(down ? x + d : x, down ? y : y + d);

            if (ink) crossed++;
        }

        return crossed <= 1;

        bool IsDrawn(int first, int last) => Line(image, from, to, down, aside, first, last).Count(d => !d) <= 1;

        bool IsInk(int x, int y) => Ink(image, x, y);
    }

    /// <summary>Whether there is ink nearly all along the border: a fax leaves of a line ragged pieces, each too short for a rule.</summary>
    /// <param name="image">Black and white.</param>
    /// <param name="from">One end of the border.</param>
    /// <param name="to">The other end.</param>
    /// <param name="down">Whether it is vertical.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static bool IsRagged(BinaryImage image, Point from, Point to, bool down, double dpi)
    {
        int aside = Math.Max(2, (int)(0.012 * dpi)), inset = Math.Max(3, (int)(0.025 * dpi)), places = Steps(from, to) - 2 * inset;
        return places > 0.3 * dpi && Line(image, from, to, down, aside, inset, inset + places).Count(d => d) >= Ragged * places;
    }

    /// <summary>Whether what is drawn of a border is a letter's stem: it hangs on neither end, and there are other parts of the letter beside it.</summary>
    /// <param name="image">Black and white.</param>
    /// <param name="from">One end of the border.</param>
    /// <param name="to">The other end.</param>
    /// <param name="down">Whether it is vertical.</param>
    /// <param name="dpi">Pixels an inch.</param>
    public static bool HasStem(BinaryImage image, Point from, Point to, bool down, double dpi)
    {
        int near = (int)(0.02 * dpi), end = (int)(0.045 * dpi), beside = (int)(0.03 * dpi), reach = (int)(0.07 * dpi), steps = Steps(from, to);
        if (steps < 4 * end) return false;
        if (Line(image, from, to, down, near, near, end).Any(d => d) || Line(image, from, to, down, near, steps - end, steps - near).Any(d => d)) return false;
        int drawn = 0, letters = 0;
        for (var i = end; i < steps - end; i++)
        {
            var (x, y) = Place(from, to, i, steps);
            if (!Line(image, from, to, down, near, i, i + 1).First()) continue;
            drawn++;
            if (Enumerable.Range(beside, reach - beside).Any(d => Ink(image, down ? x - d : x, down ? y : y - d) || Ink(image, down ? x + d : x, down ? y : y + d))) letters++;
        }

        return letters > 0.3 * drawn;
    }

    /// <summary>For places along the border whether there is ink within a distance.</summary>
    private static IEnumerable<bool> Line(BinaryImage image, Point from, Point to, bool down, int aside, int first, int last)
    {
        var steps = Steps(from, to);
        for (var i = first; i < last; i++)
        {
            var (x, y) = Place(from, to, i, steps);
            var ink = false;
            for (var d = -aside; d <= aside && !ink; d++) ink = Ink(image, down ? x + d : x, down ? y : y + d);
            yield return ink;
        }
    }

    private static int Steps(Point from, Point to) => (int)Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));

    private static (int X, int Y) Place(Point from, Point to, int i, int steps) => ((int)(from.X + (to.X - from.X) * i / steps), (int)(from.Y + (to.Y - from.Y) * i / steps));

    private static bool Ink(BinaryImage image, int x, int y) => (uint)x < (uint)image.Width && (uint)y < (uint)image.Height && image.Ink[y * image.Width + x] != 0;
}
