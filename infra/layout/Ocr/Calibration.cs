using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ocr;

/// <summary>
/// Turns what the recogniser calls its confidence into the share of such words that is right. Measured on generated pages of all
/// qualities (tests/Reading, command "calibration"); docs/reading.md has the table.
/// </summary>
public static class Calibration
{
    private static readonly (double Raw, double Right)[] Once = [(0, 0.05), (0.5, 0.15), (0.7, 0.45), (0.8, 0.65), (0.87, 0.85), (0.92, 0.95), (0.954, 0.965), (0.956, 0.99), (1, 1)];
    private static readonly (double Raw, double Right)[] Confirmed = [(0, 0.15), (0.5, 0.5), (0.7, 0.75), (0.85, 0.85), (0.92, 0.95), (0.954, 0.965), (0.956, 0.99), (1, 1)];
    private static readonly (double Raw, double Right)[] Contradicted = [(0, 0.02), (0.6, 0.08), (0.8, 0.2), (0.9, 0.5), (0.955, 0.9), (1, 0.95)];

    /// <summary>The lines with confidences that mean something.</summary>
    public static IReadOnlyList<FrameLine> Stated(IReadOnlyList<FrameLine> lines) =>
        [.. lines.Select(l => new FrameLine([.. l.Words.Select(w => w with { Confidence = Stated(w), Evidence = Evidence.Weighed })]))];

    private static double Stated(FrameWord word) => word.Evidence switch
    {
        Evidence.Once => On(Once, word.Confidence),
        Evidence.Confirmed => On(Confirmed, word.Confidence),
        Evidence.Contradicted => On(Contradicted, word.Confidence),
        _ => word.Confidence,
    };

    /// <summary>Straight between the points of a curve that runs from 0 to 1.</summary>
    private static double On((double Raw, double Right)[] curve, double raw)
    {
        for (var i = 1; i < curve.Length; i++)
        {
            if (raw > curve[i].Raw) continue;
            var (from, to) = (curve[i - 1], curve[i]);
            return from.Right + (raw - from.Raw) / (to.Raw - from.Raw) * (to.Right - from.Right);
        }

        return curve[^1].Right;
    }
}
