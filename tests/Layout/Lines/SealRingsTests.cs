using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Lines;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Lines;

/// <summary>A seal of 120 pixels' radius at 200 dpi whose ring runs through the tops of the letters of a name.</summary>
public sealed class SealRingsTests
{
    private const int Ink = 128;

    private static Drawing Name => Enumerable.Range(0, 6).Aggregate(new Drawing(600, 400), (d, i) => d.Bar(250 + 16 * i, 226, 254 + 16 * i, 250));

    private static GrayImage Over(Drawing print, Drawing ring, byte tone)
    {
        var (page, seal) = (print.Grey, ring.Grey);
        return page with { Pixels = [.. page.Pixels.Zip(seal.Pixels, (p, s) => s == 0 ? Math.Min(p, tone) : p)] };
    }

    private static int Inked(GrayImage page) => page.Pixels.Count(p => p < Ink);

    private static GrayImage Without(GrayImage page) => SealRings.Without(page, InkMap.Of(page, Ink), Ink, 200);

    // 9008-025: the ring was erased with the upper halves of the letters that it ran through.
    [Fact]
    public void What_is_darker_than_the_ring_stays_whole()
    {
        var ring = new Drawing(600, 400).Ring(290, 110, 122, 8);
        Assert.InRange(Inked(Without(Over(Name, ring, 60))), Inked(Name.Grey), 1.1 * Inked(Name.Grey));
    }

    [Fact]
    public void A_black_ring_goes_and_letters_that_cross_it_stay()
    {
        var crossing = Enumerable.Range(0, 6).Aggregate(new Drawing(600, 400), (d, i) => d.Bar(250 + 16 * i, 216, 254 + 16 * i, 250));
        var page = Over(crossing, new Drawing(600, 400).Ring(290, 110, 120, 4), 0);
        Assert.InRange(Inked(Without(page)), 0.75 * Inked(crossing.Grey), 1.1 * Inked(crossing.Grey));
    }

    [Fact]
    public void A_ring_that_a_scanner_stretched_goes_whole()
    {
        var ring = new Drawing(600, 400);
        for (var i = 0; i < 1440; i++)
        {
            var (sin, cos) = Math.SinCos(Math.PI * i / 720);
            ring.Bar((int)(290 + 122 * cos) - 1, (int)(130 + 120 * sin) - 1, (int)(290 + 122 * cos) + 2, (int)(130 + 120 * sin) + 2);
        }

        var page = ring.Grey;
        Assert.InRange(Inked(Without(page)), 0, 0.02 * Inked(page));
    }
}
