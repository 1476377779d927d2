using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tests.Imaging;

/// <summary>A page at 100 dpi with dark letters, and paler ones that shine through from its back.</summary>
public sealed class BleedTests
{
    private const int Width = 827, Height = 1169, Paper = 240, Own = 30;

    /// <summary>Letters of 8 by 9 pixels with a stem's space between, in lines.</summary>
    private static void Letters(byte[] pixels, int left, int top, int right, int bottom, byte light)
    {
        for (var y = top; y + 9 <= bottom; y += 24)
        for (var x = left; x + 8 <= right; x += 13)
        for (var dy = 0; dy < 9; dy++)
        for (var dx = 0; dx < 8; dx++)
            if (dx < 2 || dx > 5 || dy is > 3 and < 6) pixels[(y + dy) * Width + x + dx] = Math.Min(pixels[(y + dy) * Width + x + dx], light);
    }

    [Fact]
    public void Its_strength_is_not_that_of_a_grey_seal()
    {
        var pixels = Enumerable.Repeat((byte)Paper, Width * Height).ToArray();
        Letters(pixels, 64, 72, 760, 400, Paper - 30);
        Letters(pixels, 60, 700, 760, 900, Own);
        for (var y = 500; y < 640; y += 14) Letters(pixels, 300, y, 460, y + 10, Paper - 95);
        var bleed = Bleed.Of(PageView.Of(Sheet.Of(new(Width, Height, pixels), 100)));
        Assert.NotNull(bleed);
        Assert.InRange(bleed.Strength, 22, 40);
    }

    [Theory]
    [InlineData("beside the page's own print", 60, 60, 760, 500)]
    [InlineData("below the page's own print", 60, 60, 760, 1100)]
    public void Its_strength_is_that_of_the_pale_print(string name, int left, int top, int right, int bottom)
    {
        Assert.NotEmpty(name);
        var pixels = Enumerable.Repeat((byte)Paper, Width * Height).ToArray();
        Letters(pixels, 64, 72, 760, 1100, Paper - 30);
        Letters(pixels, left, top, right, bottom, Own);
        var view = PageView.Of(Sheet.Of(new(Width, Height, pixels), 100));
        var bleed = Bleed.Of(view);
        Assert.NotNull(bleed);
        Assert.InRange(bleed.Strength, 22, 36);
    }
}
