using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Tests.Tables;

/// <summary>The grid of the page behind, mirrored, shines through between the lines of the page's own.</summary>
public sealed class BleedingGridTests
{
    private static readonly int[] Rows = [200, 280, 340, 420, 480, 620, 700];
    private static readonly int[] Own = [150, 260, 520, 720, 900, 1100, 1300, 1450];
    private static readonly int[] Behind = [170, 330, 450, 600, 800, 1000, 1200, 1380];

    // 9006-052, 9007-142, 9011-167: letters and figures of an annex were cut in two, and the next page seemed to belong to another paper.
    [Theory]
    [InlineData(40, 190, true)]
    [InlineData(136, 190, true)]
    [InlineData(40, 60, false)]
    public void The_darker_grid_is_the_pages_own(byte tone, byte behind, bool isPaler)
    {
        var (own, other) = (WornTable.With(Own, Rows).Drawing.Grey, WornTable.With(Behind, [.. Rows.Select(y => y + 22)], top: 222, bottom: 722).Drawing.Grey);
        var page = own with { Pixels = [.. own.Pixels.Zip(other.Pixels, (a, b) => a == 0 ? tone : b == 0 ? behind : (byte)Background.Paper)] };
        Assert.Equal(isPaler, GridFinder.Find(page, 200, 200).Grids.Max(grid => grid.Columns) == Own.Length - 1);
    }
}
