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
        var strength = Strongest(page, pieces);
        return strength > Own * page.Contrast ? null : new(page.Without(dark with { Ink = near }) with { Pieces = pieces }, strength);
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

    /// <summary>The contrast that few pixels of the pieces are above; those are the page's own print across them.</summary>
    private static int Strongest(PageView page, List<Component> pieces)
    {
        Span<int> seen = stackalloc int[256];
        var count = 0;
        foreach (var piece in pieces)
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
