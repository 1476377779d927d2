using LearningSociety.Layout.Lines;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ocr;

/// <summary>
/// Reads a cell of a column of whole numbers. A number has as many digits as there are tall pieces of ink; a reading that has not,
/// or is unsure, is weighed against others made with digits alone.
/// </summary>
/// <param name="reader">Reads lines.</param>
/// <param name="dpi">Pixels an inch.</param>
public sealed class NumberReader(StripReader reader, double dpi)
{
    private const double Sure = 0.85;
    private const double Enlarged = 1.5;

    /// <summary>Reads a cell again where its first reading is no sure number.</summary>
    /// <param name="zone">The cell with its ink.</param>
    /// <param name="lines">The first reading.</param>
    public IReadOnlyList<FrameLine> Read(Zone zone, IReadOnlyList<FrameLine> lines)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var words = lines.SelectMany(l => l.Words).ToList();
        if (zone.Strips is not [var (strip, number)] || words.Exists(w => w.Text.Count(char.IsLetter) > 1)) return lines;
        var ink = zone.Pieces.Where(p => strip.Pieces.Contains(p.Id)).ToList();
        var tallest = ink.Max(b => b.Box.Height);
        if (tallest < 0.06 * dpi) return lines;
        var expected = ink.Where(b => b.Box.Height > 0.7 * tallest).Sum(b => DigitsIn(b.Box, tallest));
        if (words is [var only] && only.Text.Length == expected && only.Text.All(char.IsAsciiDigit) && only.Confidence >= Sure) return lines;

        var readings = new List<FrameWord>();
        if (words is [var first] && first.Text.All(char.IsAsciiDigit)) readings.Add(first);
        if (reader.ReadDigits(strip, number, 1) is [var alone]) readings.Add(alone);
        if (reader.ReadDigits(strip, number, Enlarged) is [var large]) readings.Add(large);
        if (reader.ReadThreefold(strip, number) is { } repeated) readings.Add(repeated);
        return Best(readings, expected) is { } best ? [new([best])] : lines;
    }

    /// <summary>Two readings that agree are surer than either; one that another contradicts or that does not fit its ink is a doubt.</summary>
    private static FrameWord? Best(List<FrameWord> readings, int expected)
    {
        var best = readings.OrderByDescending(r => r.Text.Length == expected)
            .ThenByDescending(r => readings.Where(o => o.Text == r.Text).Sum(o => o.Confidence)).FirstOrDefault();
        if (best is null) return null;
        var agreeing = readings.Where(r => r.Text == best.Text).ToList();
        var surest = agreeing.Max(r => r.Confidence);
        var confidence = agreeing.Count > 1 ? 1 - (1 - surest) / 2 : surest;
        double support = agreeing.Sum(r => r.Confidence), against = readings.Where(r => r.Text != best.Text && r.Text.Length == expected).Sum(r => r.Confidence);
        if (against > 0) confidence *= support / (support + against);
        return best with { Confidence = best.Text.Length == expected ? confidence : Math.Min(confidence, 0.5), Evidence = Evidence.Weighed };
    }

    /// <summary>Digits that touch are one piece of ink; a digit is about six tenths as wide as it is high.</summary>
    private static int DigitsIn(Rect box, double height) =>
        box.Width <= 0.9 * height ? 1 : Math.Max(1, (int)Math.Round(box.Width / (0.6 * height)));
}
