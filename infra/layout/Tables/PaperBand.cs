using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Tables;

/// <summary>The paper along a border that is drawn in part only.</summary>
internal static class PaperBand
{
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
        int aside = Math.Max(3, (int)(0.025 * dpi)), steps = (int)Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)), crossed = 0;
        if (steps < 4 * aside || (!IsDrawn(aside, steps / 6 + aside) && !IsDrawn(steps - steps / 6 - aside, steps - aside))) return false;
        for (var i = aside; i < steps - aside; i++)
        {
            int x = (int)(from.X + (to.X - from.X) * i / steps), y = (int)(from.Y + (to.Y - from.Y) * i / steps);
            var ink = true;
            for (var d = -aside; d <= aside && ink; d += Math.Max(1, aside / 2))
                ink = IsInk(down ? x + d : x, down ? y : y + d);

            if (ink) crossed++;
        }

        return crossed <= 1;

        bool IsDrawn(int first, int last)
        {
            var missing = 0;
            for (var i = first; i < last; i++)
            {
                int x = (int)(from.X + (to.X - from.X) * i / steps), y = (int)(from.Y + (to.Y - from.Y) * i / steps);
                var ink = false;
                for (var d = -aside; d <= aside && !ink; d++) ink = IsInk(down ? x + d : x, down ? y : y + d);
                if (!ink) missing++;
            }

            return missing <= 1;
        }

        bool IsInk(int x, int y) => (uint)x < (uint)image.Width && (uint)y < (uint)image.Height && image.Ink[y * image.Width + x] != 0;
    }
}
