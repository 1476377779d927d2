using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ink;

/// <summary>
/// The ink of one red seal. In a shadow it does not vanish from the red channel, and a photo's colours run over the paper beside it; what is left
/// of that is no hand. A hand over a seal is about as dark as the page's print, darker than the seal, and less red for its darkness. All that must be
/// plain before anything on a seal is kept: a seal is never to be taken for a signature.
/// </summary>
internal sealed class RedSealInk
{
    /// <summary>So large a share of a seal's ink is darker, and a hand on it is darker than that by so much.</summary>
    private const double Darkest = 0.2;

    private const int Darker = 40;

    /// <summary>
    /// What is not darker than so large a share of the way from paper to print is what a seal leaves of itself. Where colours are drawn and not
    /// scanned nothing is left of it but its soft edge, and thin strokes of a pen are as pale.
    /// </summary>
    private const double Pale = 0.5, PaleDrawn = 0.25;

    /// <summary>A hand has no more of the redness, by its darkness, than most of the seal has.</summary>
    private const double MostRed = 0.4;

    private readonly GrayImage grey;
    private readonly GrayImage redness;
    private readonly Rect box;
    private readonly double toRed;
    private readonly int ownLevel;
    private readonly int paleLevel;
    private readonly double redPerDark;

    /// <summary>Measures a seal.</summary>
    /// <param name="grey">The page in its red channel, light made even.</param>
    /// <param name="redness">How red it is, darker the more (<see cref="ColourPlanes.Red"/>).</param>
    /// <param name="box">Where the seal is, pixels of <paramref name="grey"/>.</param>
    /// <param name="print">How dark the page's print is, 0 black.</param>
    /// <param name="toRed">Pixels of <paramref name="redness"/> by those of <paramref name="grey"/>.</param>
    /// <param name="isDrawn">True for a page that was drawn, not scanned.</param>
    public RedSealInk(GrayImage grey, GrayImage redness, Rect box, int print, double toRed, bool isDrawn)
    {
        (this.grey, this.redness, this.box, this.toRed) = (grey, redness, box, toRed);
        paleLevel = (int)(Background.Paper - ((isDrawn ? PaleDrawn : Pale) * (Background.Paper - print)));
        var (levels, shares) = (new List<int>(), new List<double>());
        foreach (var (x, y) in Places(box, grey.Width, grey.Height))
        {
            if (RednessAt(x, y) is not (> ColourPlanes.Strong and var red)) continue;
            levels.Add(grey.Pixels[y * grey.Width + x]);
            shares.Add(red / (double)Darkness(x, y));
        }

        levels.Sort();
        shares.Sort();
        ownLevel = levels.Count == 0 ? 0 : levels[(int)(Darkest * levels.Count)] - Darker;
        redPerDark = shares.Count == 0 ? 0 : shares[shares.Count / 2];
    }

    /// <summary>How dark a page's print is, 0 black: the darkest place of a word, of most words.</summary>
    /// <param name="grey">The page.</param>
    /// <param name="words">Words that were surely read.</param>
    public static int PrintLevel(GrayImage grey, IReadOnlyList<Rect> words)
    {
        var darkest = words.Select(word => Places(word, grey.Width, grey.Height).Select(p => (int)grey.Pixels[p.Y * grey.Width + p.X]).DefaultIfEmpty(0).Min()).Order().ToArray();
        return darkest.Length == 0 ? 0 : darkest[darkest.Length / 2];
    }

    /// <summary>Takes the seal's ink, with its soft edge, away.</summary>
    /// <param name="ink">Of the size of the page.</param>
    /// <param name="red">The red ink.</param>
    public void Remove(BinaryImage ink, BinaryImage red)
    {
        foreach (var (x, y) in Places(box, ink.Width, ink.Height))
        {
            if (grey.Pixels[y * ink.Width + x] >= paleLevel) ink.Ink[y * ink.Width + x] = 0;
            if (IsOwn(x, y)) continue;
            int left = (int)((x - 0.5) * toRed), top = (int)((y - 0.5) * toRed), right = (int)((x + 1.5) * toRed), bottom = (int)((y + 1.5) * toRed);
            for (var oy = Math.Max(0, top); oy <= Math.Min(red.Height - 1, bottom) && ink.Ink[y * ink.Width + x] != 0; oy++)
                if (left < red.Width && red.Ink.AsSpan(oy * red.Width + Math.Max(0, left), Math.Min(red.Width - 1, right) - Math.Max(0, left) + 1).Contains((byte)1)) ink.Ink[y * ink.Width + x] = 0;
        }
    }

    private bool IsOwn(int x, int y) => grey.Pixels[y * grey.Width + x] < ownLevel && RednessAt(x, y) < MostRed * redPerDark * Darkness(x, y);

    private int Darkness(int x, int y) => Math.Max(1, Background.Paper - grey.Pixels[y * grey.Width + x]);

    private int RednessAt(int x, int y)
    {
        int redX = (int)((x + 0.5) * toRed), redY = (int)((y + 0.5) * toRed);
        return redX < redness.Width && redY < redness.Height ? 255 - redness.Pixels[redY * redness.Width + redX] : 0;
    }

    private static IEnumerable<(int X, int Y)> Places(Rect box, int width, int height)
    {
        for (var y = Math.Max(0, (int)box.Top); y < Math.Min(height, box.Bottom); y++)
        for (var x = Math.Max(0, (int)box.Left); x < Math.Min(width, box.Right); x++) yield return (x, y);
    }
}
