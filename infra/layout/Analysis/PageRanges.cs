using System.Globalization;

namespace LearningSociety.Layout.Analysis;

/// <summary>Pages named as "1-3,5".</summary>
public sealed class PageRanges
{
    private readonly IReadOnlyList<(int First, int Last)> ranges;

    private PageRanges(IReadOnlyList<(int First, int Last)> ranges) => this.ranges = ranges;

    /// <summary>Reads the notation of the API's parameter "pages"; null when it is none.</summary>
    public static PageRanges? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ranges = new List<(int, int)>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || Number(ends[0]) is not { } first || Number(ends[^1]) is not { } last || last < first) return null;
            ranges.Add((first, last));
        }

        return new(ranges);
    }

    /// <summary>True when the page is named.</summary>
    public bool Contains(int page) => ranges.Any(r => page >= r.First && page <= r.Last);

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;
}
