namespace LearningSociety.Layout.Imaging;

/// <summary>
/// Pale pieces of ink apart from all dark print: print on the back of the paper that shines through, or pale print of the page
/// itself; which of them, only reading can tell.
/// </summary>
/// <param name="Pale">The page with nothing but those pieces.</param>
/// <param name="Strength">How much darker than paper they are at most.</param>
public sealed record Bleed(PageView Pale, int Strength)
{
    /// <summary>Paler than this is grain.</summary>
    private const int Grain = 14;

    /// <summary>What is darker than this share of the page's own contrast is its own print.</summary>
    private const double Own = 0.45;

    /// <summary>Dark print is pale at its edges: so far from it nothing counts, inches.</summary>
    private const double Edge = 0.03;

    /// <summary>Bold print shines through so much more than most does.</summary>
    private const double Boldest = 1.25;

    private const int FewestPieces = 40;

    /// <summary>The pale pieces of a page; null when it has hardly any.</summary>
    public static Bleed? Of(PageView page)
    {
        var small = page.Small;
        var dark = small.Darker((int)(Background.Paper - Own * page.Contrast));
        var near = Surround.Lightest(new(small.Width, small.Height, dark.Ink), Math.Max(1, (int)Math.Round(Edge * page.Dpi))).Pixels;
        var pale = small.Darker(Background.Paper - Grain);
        for (var i = 0; i < near.Length; i++)
            if (near[i] != 0) pale.Ink[i] = 0;
        if (pale.Ink.AsSpan().Count((byte)1) < 0.002 * near.Length) return null;
        var pieces = Components.Of(pale).Where(p => TextDirection.IsText(p, page.Dpi) && p.Pixels >= 8).ToList();
        if (pieces.Count < FewestPieces) return null;

        // What is dark when seen closely, such as the dots of a rule, is the page's own; what is left of it are few grey things, such as a seal.
        var alone = page.Without(dark with { Ink = near });
        var faint = pieces.Select(p => (Piece: p, Contrast: Contrast(alone, p))).Where(p => p.Contrast <= Own * page.Contrast).OrderBy(p => p.Contrast).ToList();
        if (faint.Count < FewestPieces) return null;
        var strength = (int)(Boldest * faint[faint.Count / 2].Contrast);
        return strength > Own * page.Contrast ? null : new(alone with { Pieces = [.. faint.Select(p => p.Piece)] }, strength);
    }

    /// <summary>The page without it: what is no darker than it was is paper, what is a little darker becomes paler.</summary>
    public PageView RemovedFrom(PageView page)
    {
        double gone = 1.2 * Strength, whole = 1.8 * Strength;
        var map = new byte[256];
        for (var i = 0; i < 256; i++)
        {
            double contrast = Background.Paper - i;
            map[i] = contrast >= whole || contrast <= 0 ? (byte)i
                : contrast <= gone ? (byte)Background.Paper
                : (byte)(Background.Paper - whole * (contrast - gone) / (whole - gone));
        }

        return page with
        {
            Image = page.Image with { Pixels = Array.ConvertAll(page.Image.Pixels, p => map[p]) },
            Small = page.Small with { Pixels = Array.ConvertAll(page.Small.Pixels, p => map[p]) },
        };
    }

    /// <summary>The contrast that few pixels of a piece are above.</summary>
    private static int Contrast(PageView page, Component piece)
    {
        Span<int> seen = stackalloc int[256];
        var count = 0;
        for (var y = piece.Top * page.Factor; y < piece.Bottom * page.Factor; y++)
            foreach (var value in page.Image.Pixels.AsSpan(y * page.Image.Width + piece.Left * page.Factor, piece.Width * page.Factor))
            {
                if (value > Background.Paper - Grain) continue;
                seen[value]++;
                count++;
            }

        var left = count / 12;
        for (var i = 0; i < 256; i++)
            if ((left -= seen[i]) < 0) return Background.Paper - i;
        return 0;
    }
}
