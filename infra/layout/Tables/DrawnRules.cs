using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Pdf;

namespace LearningSociety.Layout.Tables;

/// <summary>
/// The tables of a digital page by the ruling lines that its content draws: exact, however thin and pale they are, and never a letter's
/// stem. Only what the page's picture shows counts.
/// </summary>
public static class DrawnRules
{
    /// <summary>What a line differs from the paper beside it, at least, and over how much of its length.</summary>
    private const int Contrast = 6;

    private const double Shown = 0.6;

    /// <summary>A line is looked at in so many places, in each over so many inches along: longer than the gaps between dashes.</summary>
    private const int Places = 16;

    private const double Stretch = 0.07;

    /// <summary>A renderer draws a line no farther away than this, pixels.</summary>
    private const int Aside = 2;

    /// <summary>The tables and ruling lines of a page.</summary>
    /// <param name="page">What it draws.</param>
    /// <param name="picture">How it looks.</param>
    /// <param name="dpi">Pixels an inch of the picture.</param>
    public static RuledPage Of(DrawnPage page, GrayImage picture, double dpi)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(picture);
        var toPixels = dpi / 72;
        var across = page.Across.Select(l => l.Times(toPixels)).Where(l => IsShown(picture, l, false, dpi)).ToList();
        var down = page.Down.Select(l => l.Times(toPixels)).Where(l => IsShown(picture, l, true, dpi)).ToList();
        var alone = new BinaryImage(picture.Width, picture.Height, new byte[picture.Pixels.Length]);
        foreach (var line in across.Concat(down)) Draw(alone, line);
        return GridFinder.Of(alone, [.. across.Select(l => RuleOf(l))], [.. down.Select(l => RuleOf(new(l.Top, l.Left, l.Bottom, l.Right)))], dpi);
    }

    /// <summary>Thickened by a pixel on both sides, as found rules are.</summary>
    private static Rule RuleOf(Rect line)
    {
        var rule = new Rule();
        for (var row = (int)line.Top - 1; row <= Math.Max((int)line.Top, (int)Math.Ceiling(line.Bottom) - 1) + 1; row++) rule.Add((int)line.Left, Math.Max((int)line.Left, (int)Math.Ceiling(line.Right) - 1), row);
        return rule;
    }

    private static void Draw(BinaryImage image, Rect line)
    {
        int left = Math.Max(0, (int)line.Left), right = Math.Min(image.Width, Math.Max((int)line.Left + 1, (int)Math.Ceiling(line.Right)));
        if (right <= left) return;
        for (var y = Math.Max(0, (int)line.Top); y < Math.Min(image.Height, Math.Max((int)line.Top + 1, (int)Math.Ceiling(line.Bottom))); y++) image.Ink.AsSpan(y * image.Width + left, right - left).Fill(1);
    }

    private static bool IsShown(GrayImage picture, Rect line, bool down, double dpi)
    {
        int seen = 0, looked = 0, stretch = (int)(Stretch * dpi);
        double from = down ? line.Top : line.Left, to = down ? line.Bottom : line.Right;
        int low = (int)(down ? line.Left : line.Top) - Aside, high = (int)Math.Ceiling(down ? line.Right : line.Bottom) + Aside;
        for (var i = 0; i < Places; i++)
        {
            var along = (int)(from + (to - from) * (i + 0.5) / Places);
            int least = 255, most = 0;
            for (var a = along; a < along + stretch; a++)
            for (var c = low; c < high; c++)
            {
                int x = down ? c : a, y = down ? a : c;
                if ((uint)x >= (uint)picture.Width || (uint)y >= (uint)picture.Height) continue;
                int value = picture.Pixels[y * picture.Width + x];
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
            }

            if (most == 0 && least == 255) continue;
            looked++;
            if (most - least >= Contrast) seen++;
        }

        return looked > 0 && seen >= Shown * looked;
    }
}
