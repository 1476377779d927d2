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
        Assert.InRange(Background.OtsuLevel(new(100, 100, pixels)), least, most);
    }
}
