using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Imaging;

/// <summary>Whether lines of text stand on their feet, told by the shape of Vietnamese print.</summary>
public static class WayUp
{
    /// <summary>The longest lines tell enough.</summary>
    private const int MostLines = 24;

    /// <summary>So many letters of a curved line lie on a straight one.</summary>
    private const int Straight = 16;

    /// <summary>
    /// Ascenders, capitals and the signs above vowels reach up from the band in which all letters are dark; little reaches down.
    /// Above 0 the lines stand upright, below 0 on their heads; from -1 to 1.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="quarters">The turn that makes its lines run across.</param>
    /// <param name="lines">The lines after that turn.</param>
    /// <returns>The vote, and the share of ink in lines that are for it.</returns>
    public static (double Vote, double Share) Of(PageView page, int quarters, IReadOnlyList<TextLine> lines)
    {
        var toSmall = Affine.Unquarter(page.Small.Width, page.Small.Height, quarters);
        double up = 0, down = 0, linesUp = 0, linesDown = 0;
        foreach (var line in lines.OrderByDescending(l => l.Box.Width).Take(MostLines).SelectMany(l => l.Pieces.Chunk(Straight)).Select(c => new TextLine(c)))
        {
            var (above, below) = Reach(Profile(page, line, toSmall));
            up += above;
            down += below;
            if (above > below) linesUp += above + below;
            else linesDown += above + below;
        }

        return up + down == 0 ? (0, 0) : ((up - down) / (up + down), Math.Max(linesUp, linesDown) / (linesUp + linesDown));
    }

    /// <summary>How dark each row of the line is, from 0.25 inches above its middle to as much below, along its own slope.</summary>
    private static double[] Profile(PageView page, TextLine line, Affine toSmall)
    {
        var reach = (int)(0.25 * page.Dpi);
        int width = (int)line.Box.Width, height = 2 * reach + 1;
        var strip = Warp.Draw(page.Small, line.Along(reach).Then(toSmall), width, height);
        var rows = new double[height];
        for (var y = 0; y < height; y++)
        {
            long dark = 0;
            foreach (var value in strip.Pixels.AsSpan(y * width, width)) dark += Math.Max(0, Background.Paper - 15 - value);
            rows[y] = dark;
        }

        return rows;
    }

    private static (double Above, double Below) Reach(double[] rows)
    {
        int peak = rows.Length / 2;
        for (var y = rows.Length / 4; y < rows.Length * 3 / 4; y++)
            if (rows[y] > rows[peak]) peak = y;
        var half = 0.5 * rows[peak];
        int top = peak, bottom = peak;
        while (top > 0 && rows[top - 1] >= half) top--;
        while (bottom < rows.Length - 1 && rows[bottom + 1] >= half) bottom++;
        var reach = Math.Max(2, (int)(0.8 * (bottom - top + 1)));
        double above = 0, below = 0;
        for (var i = 1; i <= reach; i++)
        {
            above += top - i >= 0 ? rows[top - i] : 0;
            below += bottom + i < rows.Length ? rows[bottom + i] : 0;
        }

        return (above, below);
    }
}
