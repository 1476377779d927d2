using LearningSociety.Generator.Chance;

namespace LearningSociety.Generator.Scanning;

/// <summary>What paper, light and machines do to a page.</summary>
public static class Wear
{
    /// <summary>Grain of the sensor.</summary>
    public static Picture Grain(Picture page, Dice dice, double deviation)
    {
        // A long strip of noise, begun anew at another place on every row, is quicker than fresh noise and looks alike.
        var strip = new double[1 << 16];
        for (var i = 0; i < strip.Length; i++) strip[i] = dice.Normal() * deviation;
        var starts = new int[page.Height];
        for (var y = 0; y < starts.Length; y++) starts[y] = dice.Below(strip.Length);
        var channel = 0;
        return page.Each((x, y, value) => value + strip[(starts[y] + x * page.Channels + (channel = (channel + 1) % page.Channels)) & 0xFFFF]);
    }

    /// <summary>A smooth field between 0 and 1 that changes over about the length given, in pixels.</summary>
    public static Func<int, int, double> Field(Dice dice, int width, int height, double length)
    {
        int columns = (int)(width / length) + 3, rows = (int)(height / length) + 3;
        var knots = new double[columns * rows];
        for (var i = 0; i < knots.Length; i++) knots[i] = dice.Real();
        return (x, y) =>
        {
            double u = Math.Max(x, 0) / length, v = Math.Max(y, 0) / length;
            int left = Math.Min((int)u, columns - 2), top = Math.Min((int)v, rows - 2);
            double fx = Ease(Math.Min(u - left, 1)), fy = Ease(Math.Min(v - top, 1));
            var at = top * columns + left;
            return (knots[at] * (1 - fx) + knots[at + 1] * fx) * (1 - fy) + (knots[at + columns] * (1 - fx) + knots[at + columns + 1] * fx) * fy;
        };
    }

    /// <summary>Uneven light: darker towards one side, and a soft shadow edge.</summary>
    public static Picture Shadow(Picture page, Dice dice, double depth)
    {
        double angle = dice.Real(0, 2 * Math.PI), dx = Math.Cos(angle) / page.Width, dy = Math.Sin(angle) / page.Height;
        double edge = dice.Real(-0.1, 0.35), soft = dice.Real(0.06, 0.2), step = depth * dice.Real(0.3, 0.7);
        var field = Field(dice, page.Width, page.Height, page.Width / 2.5);
        return page.Each((x, y, value) =>
        {
            var along = (x - page.Width / 2) * dx + (y - page.Height / 2) * dy;
            var shade = (depth - step) * (along + 0.6) * (0.6 + 0.4 * field(x, y)) + step / (1 + Math.Exp(-(along - edge) / soft * 4));
            return value * (1 - Math.Clamp(shade, 0, 0.75));
        });
    }

    /// <summary>Less ink where the toner ran low or the paper was folded.</summary>
    public static Picture Faded(Picture page, Dice dice, double most)
    {
        var coarse = Field(dice, page.Width, page.Height, page.Width / 7.0);
        var fine = Field(dice, page.Width, page.Height, page.Width / 600.0);
        return page.Each((x, y, value) => 255 - (255 - value) * (1 - most * Math.Pow(coarse(x, y), 2) * (0.35 + fine(x, y))));
    }

    /// <summary>Specks, hairs and smudges.</summary>
    public static Picture Dirt(Picture page, Dice dice, double amount)
    {
        var data = (byte[])page.Data.Clone();
        var unit = page.Width / 1650.0;
        void Dot(double cx, double cy, double radius, double dark)
        {
            for (var y = (int)Math.Max(0, cy - radius); y <= Math.Min(page.Height - 1, cy + radius); y++)
            for (var x = (int)Math.Max(0, cx - radius); x <= Math.Min(page.Width - 1, cx + radius); x++)
            {
                var far = Math.Sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy)) / Math.Max(radius, 0.5);
                if (far > 1) continue;
                for (var c = 0; c < page.Channels; c++)
                {
                    ref var value = ref data[(y * page.Width + x) * page.Channels + c];
                    value = (byte)Math.Min(value, 255 - dark * (1 - far * far * 0.5));
                }
            }
        }

        for (var i = 0; i < 260 * amount; i++) Dot(dice.Real(0, page.Width), dice.Real(0, page.Height), dice.Real(0.4, 1.9) * unit, dice.Real(60, 220));
        for (var i = 0; i < 5 * amount; i++)
        {
            double x = dice.Real(0, page.Width), y = dice.Real(0, page.Height), angle = dice.Real(0, 6.3), length = dice.Real(20, 90) * unit;
            for (double along = 0; along < length; along += 0.7)
            {
                angle += dice.Real(-0.03, 0.03);
                Dot(x += Math.Cos(angle) * 0.7, y += Math.Sin(angle) * 0.7, 0.8 * unit, 130);
            }
        }

        for (var i = 0; i < 3 * amount; i++) Dot(dice.Real(0, page.Width), dice.Real(0, page.Height), dice.Real(12, 45) * unit, dice.Real(8, 26));
        return page with { Data = data };
    }

    /// <summary>The other side shines through.</summary>
    public static Picture BleedThrough(Picture page, Picture back, double strength)
    {
        var soft = back.Blurred(2.2 * page.Width / 1650.0);
        return page.Each((x, y, value) => value - strength * (255 - soft.Data[(Math.Min(y, soft.Height - 1) * soft.Width + Math.Max(0, soft.Width - 1 - x)) * soft.Channels]));
    }

    /// <summary>Dark edges of the copier's glass, and the holes of a binder.</summary>
    public static Picture Edges(Picture page, Dice dice, bool holes)
    {
        var unit = page.Width / 210.0;
        double[] bands = [dice.Real(0, 5), dice.Real(0, 6), dice.Real(0, 5), dice.Real(0, 6)];
        var rough = Field(dice, page.Width, page.Height, unit * 12);
        var dark = dice.Real(5, 60);
        var hole = dice.Real(2.6, 3.2) * unit;
        var (first, second) = ((page.Height - 80 * unit) / 2, (page.Height + 80 * unit) / 2);
        var hx = dice.Real(8, 12) * unit;
        return page.Each((x, y, value) =>
        {
            var wave = (rough(x, y) - 0.3) * 3;
            if (x < (bands[0] + wave - 1) * unit || y < (bands[1] + wave - 1) * unit || page.Width - x < (bands[2] + wave - 1) * unit || page.Height - y < (bands[3] + wave - 1) * unit) return Math.Min(value, dark);
            if (!holes) return value;
            var near = Math.Min(Math.Abs(y - first), Math.Abs(y - second));
            return (x - hx) * (x - hx) + near * near < hole * hole ? Math.Min(value, dark + 10) : value;
        });
    }

    /// <summary>Turned by a small angle about its middle, in degrees.</summary>
    public static Picture Skewed(Picture page, double degrees, byte outside = 255)
    {
        if (Math.Abs(degrees) < 0.01) return page;
        double cos = Math.Cos(degrees * Math.PI / 180), sin = Math.Sin(degrees * Math.PI / 180), cx = page.Width / 2.0, cy = page.Height / 2.0;
        return page.Warp(page.Width, page.Height, (x, y) => (cx + (x - cx) * cos + (y - cy) * sin, cy - (x - cx) * sin + (y - cy) * cos), outside);
    }

    /// <summary>Taken by hand-held telephone: a page on a dark table, seen from an angle, its paper not quite flat.</summary>
    public static Picture Photographed(Picture page, Dice dice)
    {
        int width = (int)(page.Width * 1.1), height = (int)(page.Height * 1.08);
        double W = page.Width, H = page.Height, lean = 0.035;
        double J() => dice.Real(-lean, lean);
        (double X, double Y)[] corners = [((0.05 + J()) * W, (0.04 + J()) * H), ((1.05 + J()) * W, (0.04 + J()) * H), ((1.05 + J()) * W, (1.04 + J()) * H), ((0.05 + J()) * W, (1.04 + J()) * H)];
        var map = Perspective.ToUnitSquare(corners);
        double curl = dice.Real(-0.008, 0.008), curlAt = dice.Real(0.3, 0.7), wave = dice.Real(0, 0.003), phase = dice.Real(0, 6);
        var table = dice.Pick((58, 44, 34), (90, 92, 96), (40, 42, 46), (122, 96, 70));
        var wood = Field(dice, width, height, width / 40.0);
        var seen = page.Warp(width, height, (x, y) =>
        {
            var (u, v) = map(x, y);
            var bend = curl * Math.Pow((u - curlAt) * 2, 2) + wave * Math.Sin(u * 7 + phase);
            return (u * W, (v + bend) * H);
        }, 0);
        var data = seen.Data;
        for (int y = 0, i = 0; y < height; y++)
        for (var x = 0; x < width; x++, i += 3)
        {
            var (u, v) = map(x, y);
            var bend = curl * Math.Pow((u - curlAt) * 2, 2) + wave * Math.Sin(u * 7 + phase);
            if (u is >= 0 and <= 1 && v + bend is >= 0 and <= 1) continue;
            var grain = 0.75 + 0.4 * wood(x, y * 3 % height);
            (data[i], data[i + 1], data[i + 2]) = ((byte)Math.Min(255, table.Item1 * grain), (byte)Math.Min(255, table.Item2 * grain), (byte)Math.Min(255, table.Item3 * grain));
        }

        return seen;
    }

    private static double Ease(double t) => t * t * (3 - 2 * t);
}
