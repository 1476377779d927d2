using LearningSociety.Layout.Analysis;
using LearningSociety.Layout.Child;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tests.Making;

namespace LearningSociety.Layout.Tests.Analysis;

/// <summary>What becomes of a file when its children crash or hang; each case names the pages that do harm.</summary>
public sealed class FileAnalysisTests
{
    /// <summary>A source that crashes, or takes too long, whenever it comes to a named page.</summary>
    private sealed class Rigged(int[] crashing, int[] hanging) : IPageSource
    {
        private int calls;

        public int Calls => calls;

        public Task<ChildEnd> ReadAsync(ChildTask task, Action<PageReading> take, CancellationToken cancel)
        {
            Interlocked.Increment(ref calls);
            for (var page = task.First; page <= task.Last; page++)
            {
                if (crashing.Contains(page)) return Task.FromResult(ChildEnd.Crashed);
                if (hanging.Contains(page)) return Task.FromResult(ChildEnd.TimeLimit);
                take(new(page, 8.27, 11.69, "inch", 0, [], [], [], []));
            }

            return Task.FromResult(ChildEnd.Done);
        }
    }

    [Theory]
    [InlineData(5, new int[0], new int[0], "1 2 3 4 5")]
    [InlineData(5, new[] { 3 }, new int[0], "1 2 3:crashed 4 5")]
    [InlineData(5, new[] { 1 }, new[] { 5 }, "1:crashed 2 3 4 5:time-limit")]
    [InlineData(4, new[] { 1, 2, 3, 4 }, new int[0], "1:crashed 2:crashed 3:crashed 4:crashed")]
    [InlineData(1, new int[0], new[] { 1 }, "1:time-limit")]
    public async Task One_bad_page_costs_no_other(int pages, int[] crashing, int[] hanging, string expected)
    {
        using var folder = new Folder();
        var source = new Rigged(crashing, hanging);
        using var analysis = new FileAnalysis(source, new() { Workers = 1 });
        var pdf = Enumerable.Range(0, pages).Aggregate(PdfMaker.New, (p, i) => p.Page().Text(50, 50, $"page {i}"));
        var reading = await analysis.ReadAsync(folder.File("a.pdf", pdf.Bytes()), null, false, TestContext.Current.CancellationToken);
        Assert.Null(reading.Fault);
        Assert.Equal(expected, string.Join(' ', reading.Pages.Select(p => p.Unreadable is null ? $"{p.Number}" : $"{p.Number}:{p.Unreadable}")));
        Assert.InRange(source.Calls, 1, 3 * pages);
    }

    [Fact]
    public async Task Five_thousand_pages_are_refused_at_once()
    {
        using var folder = new Folder();
        using var analysis = new FileAnalysis(new Rigged([], []), new());
        var pdf = Enumerable.Range(0, 5000).Aggregate(PdfMaker.New, (p, _) => p.Page());
        Assert.Equal(FileFaults.TooManyPages, (await analysis.ReadAsync(folder.File("a.pdf", pdf.Bytes()), null, false, TestContext.Current.CancellationToken)).Fault);
    }

    public static TheoryData<string, byte[], string?> Files => new()
    {
        { "good", PdfMaker.New.Page().Text(50, 50, "x").Bytes(), null },
        { "text file", "Just words."u8.ToArray(), FileFaults.UnsupportedKind },
        { "head of a PDF alone", "%PDF-1.7\nnothing"u8.ToArray(), FileFaults.Damaged },
        { "PDF without pages", PdfMaker.New.Bytes(), FileFaults.NoPages },
        { "three pages where two are allowed", PdfMaker.New.Page().Page().Page().Bytes(), FileFaults.TooManyPages },
        { "head of a JPEG alone", [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0], FileFaults.Damaged },
    };

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_that_cannot_be_read_is_said_why(string name, byte[] bytes, string? fault)
    {
        Assert.NotEmpty(name);
        using var folder = new Folder();
        using var analysis = new FileAnalysis(new Rigged([], []), new() { MostPages = 2 });
        Assert.Equal(fault, (await analysis.ReadAsync(folder.File("a", bytes), null, false, TestContext.Current.CancellationToken)).Fault);
    }

    [Fact]
    public async Task Only_the_pages_asked_for_are_read()
    {
        using var folder = new Folder();
        using var analysis = new FileAnalysis(new Rigged([], []), new());
        var path = folder.File("a.pdf", PdfMaker.New.Page().Page().Page().Page().Bytes());
        var reading = await analysis.ReadAsync(path, PageRanges.Parse("2,4-9"), false, TestContext.Current.CancellationToken);
        Assert.Equal([2, 4], reading.Pages.Select(p => p.Number));
        Assert.Equal(FileFaults.NoSuchPages, (await analysis.ReadAsync(path, PageRanges.Parse("7"), false, TestContext.Current.CancellationToken)).Fault);
    }

    [Theory]
    [InlineData("1-3,5", "1 2 3 5")]
    [InlineData("2", "2")]
    [InlineData("1, 4-4", "1 4")]
    [InlineData("3-1", null)]
    [InlineData("0", null)]
    [InlineData("a", null)]
    [InlineData("1-2-3", null)]
    [InlineData("", null)]
    public void Page_ranges(string text, string? expected) =>
        Assert.Equal(expected, PageRanges.Parse(text) is { } ranges ? string.Join(' ', Enumerable.Range(1, 9).Where(ranges.Contains)) : null);
}
