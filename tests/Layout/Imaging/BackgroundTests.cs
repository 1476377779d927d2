using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tests.Imaging;

public sealed class BackgroundTests
{
    [Theory]
    [InlineData(0, 255, 100, 156)]
    [InlineData(0, 235, 90, 146)]
    [InlineData(60, 220, 110, 170)]
    [InlineData(150, 235, 170, 215)]
    public void The_level_lies_well_between_ink_and_paper(int ink, int paper, int least, int most)
    {
        var pixels = new byte[10_000];
        for (var i = 0; i < pixels.Length; i++) pixels[i] = (byte)(i % 17 == 0 ? ink : paper);
        Assert.InRange(Background.OtsuLevel(pixels), least, most);
    }

    // 9013-181: a block of signatures alone on grainy paper; all of the page was read as letters.
    [Theory]
    [InlineData(6, 500, 60, 100, 190)]
    [InlineData(0, 500, 60, 100, 190)]
    [InlineData(6, 15, 60, 100, 190)]
    [InlineData(6, 500, 190, 195, 215)]
    public void The_level_does_not_lie_in_the_grain_of_a_nearly_empty_page(int grain, int inkOnceIn, int ink, int least, int most)
    {
        var random = new Random(181);
        var pixels = new byte[200_000];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = i % inkOnceIn == 0 ? (byte)ink : (byte)Math.Clamp(Background.Paper + (grain * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2), 0, 255);
        Assert.InRange(Background.InkLevel(new(400, 500, pixels), 100), least, most);
    }
}
