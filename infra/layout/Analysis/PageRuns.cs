namespace LearningSociety.Layout.Analysis;

/// <summary>
/// Shares the pages of a file out among children. Long runs first, for a run costs a start of poppler's tools, and ever shorter ones
/// after them, so that all workers end at nearly the same time however unlike the pages are.
/// </summary>
public static class PageRuns
{
    /// <summary>No run is cut shorter than this while neighbouring pages are left, unless a worker would be left with nothing to do.</summary>
    private const int Fewest = 3;

    /// <summary>Runs of neighbouring pages, in the order of the pages.</summary>
    /// <param name="pages">1-based pages, ascending.</param>
    /// <param name="workers">How many children work at once.</param>
    /// <param name="most">Most pages of a run.</param>
    public static IEnumerable<(int First, int Last)> Of(IReadOnlyList<int> pages, int workers, int most)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var fewest = Math.Min(Fewest, (pages.Count + workers - 1) / workers);
        for (var at = 0; at < pages.Count;)
        {
            var share = Math.Max(1, Math.Min(most, Math.Max(fewest, (pages.Count - at) / (2 * workers))));
            var end = at + 1;
            while (end < pages.Count && end - at < share && pages[end] == pages[end - 1] + 1) end++;
            yield return (pages[at], pages[end - 1]);
            at = end;
        }
    }
}
