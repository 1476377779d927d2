using LearningSociety.Layout.Imaging;

namespace LearningSociety.Layout.Tests.Imaging;

public sealed class StampInkTests
{
    [Theory]
    [InlineData("paper", 240, 238, 230, 235, 255)]
    [InlineData("yellowish paper in a shadow", 170, 165, 150, 165, 190)]
    [InlineData("black print", 20, 18, 22, 0, 40)]
    [InlineData("stamp", 200, 30, 40, 230, 255)]
    [InlineData("dark red stamp in a shadow", 130, 30, 45, 230, 255)]
    [InlineData("print under a stamp", 70, 15, 20, 0, 90)]
    [InlineData("a blue pen's tick", 40, 60, 160, 0, 60)]
    [InlineData("soft edge of a black letter", 120, 112, 115, 110, 130)]
    public void Only_stamp_ink_goes(string name, byte red, byte green, byte blue, byte least, byte most)
    {
        Assert.NotEmpty(name);
        Assert.InRange(StampInk.Without([red], [green], [blue], new byte[1])[0], least, most);
    }
}
