using System.Globalization;

namespace LearningSociety.Reading;

/// <summary>The tables that are printed.</summary>
public static class Reports
{
    private static readonly double[] Bins = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99];

    /// <summary>Letters misread and tones misread in prose, by quality.</summary>
    public static IEnumerable<string> Text(IEnumerable<ReadPage> pages)
    {
        yield return "| quality | pages | letters | character error rate | tone-only error rate |";
        yield return "|---|---:|---:|---:|---:|";
        var all = pages.Select(page => (page.Quality, Comparison: Alignment.Of(page))).ToArray();
        foreach (var quality in all.GroupBy(page => page.Quality).OrderBy(group => group.Key, StringComparer.Ordinal)) yield return Row(quality.Key, [.. quality.Select(page => page.Comparison)]);
        yield return Row("all", [.. all.Select(page => page.Comparison)]);
    }

    /// <summary>Confidence stated against the share that is right, for pages that were recognised.</summary>
    public static IEnumerable<string> Calibration(IEnumerable<ReadPage> pages)
    {
        var scanned = pages.Where(page => !page.Quality.StartsWith("digital", StringComparison.Ordinal)).ToArray();
        var outside = scanned.SelectMany(page => Judged(page.Prose.Read, Alignment.Of(page).ProseIsRight)).ToArray();
        var inside = scanned.SelectMany(page => Judged(page.Cells.Read, Alignment.Of(page).CellIsRight)).ToArray();
        yield return "| stated confidence | words outside tables | mean stated | right | words in tables | mean stated | right |";
        yield return "|---|---:|---:|---:|---:|---:|---:|";
        for (var bin = 0; bin < Bins.Length; bin++)
        {
            var (least, most) = (Bins[bin], bin + 1 < Bins.Length ? Bins[bin + 1] : 1);
            string Part((double Stated, bool Right)[] words)
            {
                var here = words.Where(word => word.Stated >= least && (word.Stated < most || most == 1)).ToArray();
                return here.Length == 0 ? "0 | | " : string.Create(CultureInfo.InvariantCulture, $"{here.Length} | {here.Average(word => word.Stated):0.000} | {here.Average(word => word.Right ? 1.0 : 0):0.0%} ");
            }

            yield return string.Create(CultureInfo.InvariantCulture, $"| {least:0.##} to {most:0.##} | {Part(outside)}| {Part(inside)}|");
        }
    }

    /// <summary>Pages with the most letters misread, the worst first.</summary>
    public static IEnumerable<string> Worst(IEnumerable<ReadPage> pages, int count) => pages
        .Select(page => (page.Place, Comparison: Alignment.Of(page))).Where(page => page.Comparison.Letters > 0)
        .OrderByDescending(page => (double)page.Comparison.Slips / page.Comparison.Letters).Take(count)
        .Select(page => string.Create(CultureInfo.InvariantCulture, $"{(double)page.Comparison.Slips / page.Comparison.Letters,8:0.0%}  {page.Place}"));

    private static string Row(string name, Comparison[] pages)
    {
        var letters = Math.Max(1, pages.Sum(page => page.Letters));
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {pages.Length} | {letters} | {(double)pages.Sum(page => page.Slips) / letters:0.00%} | {(double)pages.Sum(page => page.ToneSlips) / letters:0.00%} |");
    }

    // A mark that a pen drew is no word of the truth, so a single letter or sign that matches nothing in a table is neither right nor wrong.
    private static IEnumerable<(double Stated, bool Right)> Judged(ReadWord[] words, bool[] right) =>
        words.Select((word, i) => (word, Right: right[i])).Where(one => one.Right || one.word.Text.Length > 1).Select(one => (one.word.Confidence, one.Right));
}
