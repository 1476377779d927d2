using LearningSociety.Layout.Analysis;

namespace LearningSociety.Layout.Tests.Analysis;

/// <summary>How the pages of a file are shared out: long runs first, short ones last, gaps kept.</summary>
public sealed class PageRunsTests
{
    [Theory]
    [InlineData("1", 2, 12, "1-1")]
    [InlineData("1-3", 2, 12, "1-2 3-3")]
    [InlineData("1-5", 2, 12, "1-3 4-5")]
    [InlineData("1-27", 2, 12, "1-6 7-11 12-15 16-18 19-21 22-24 25-27")]
    [InlineData("1-100", 2, 12, "1-12 13-24 25-36 37-48 49-60 61-70 71-77 78-82 83-86 87-89 90-92 93-95 96-98 99-100")]
    [InlineData("1-4,7-8", 2, 12, "1-3 4-4 7-8")]
    [InlineData("2,4,6", 1, 12, "2-2 4-4 6-6")]
    [InlineData("1-6", 1, 1, "1-1 2-2 3-3 4-4 5-5 6-6")]
    public void Pages_are_shared_out(string pages, int workers, int most, string expected)
    {
        var wanted = pages.Split(',').Select(p => p.Split('-')).SelectMany(p => Enumerable.Range(int.Parse(p[0]), int.Parse(p[^1]) - int.Parse(p[0]) + 1)).ToList();
        Assert.Equal(expected, string.Join(' ', PageRuns.Of(wanted, workers, most).Select(r => $"{r.First}-{r.Last}")));
    }
}
