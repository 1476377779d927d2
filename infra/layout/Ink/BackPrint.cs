using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Ink;

/// <summary>A page as it was before print that shines through from its back was taken away: grey seals of its own went with that print.</summary>
/// <param name="Image">The upright page with the print on its back.</param>
/// <param name="Strength">How much darker than paper a letter of the back is.</param>
public sealed record BackPrint(GrayImage Image, int Strength)
{
    /// <summary>
    /// Ink so many times darker than the back's letters is the page's own. A broad ring shines through up to two and a half times darker than
    /// thin letters; a seal is mostly paler than print, and then no darker than they are.
    /// </summary>
    private const double Own = 2.5, MayBeOwn = 1.5;

    /// <summary>What is darker is the page's own ink.</summary>
    public int OwnLevel => Background.Paper - (int)(Own * Strength);

    /// <summary>What is darker may be the page's own ink.</summary>
    public int DoubtfulLevel => Background.Paper - (int)(MayBeOwn * Strength);

    /// <summary>Measures the back's letters.</summary>
    /// <param name="page">The page with them.</param>
    /// <param name="back">Where they are.</param>
    /// <param name="frame">Where the page stands upright.</param>
    public static BackPrint Of(PageView page, Bleed back, UprightFrame frame)
    {
        var darkest = back.Pale.Pieces.Select(p => Enumerable.Range(p.Top, p.Height).Min(y => page.Small.Pixels.AsSpan(y * page.Small.Width + p.Left, p.Width).ToArray().Min())).Order().ToArray();
        return new(frame.Draw(page.Image), Background.Paper - darkest[darkest.Length / 2]);
    }
}
