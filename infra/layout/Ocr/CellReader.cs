using LearningSociety.Layout.Lines;
using LearningSociety.Layout.Marks;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ocr;

/// <summary>Reads a table cell: nothing, a mark, or its lines of text. Ink of a mark's size that cannot be read is taken as a tick.</summary>
/// <param name="reader">Reads lines.</param>
public sealed class CellReader(StripReader reader)
{
    /// <summary>Lines with words less sure than this are read twice; in short cells, which hold results, labels and numbers, sooner than in prose.</summary>
    private const double SureResult = 0.87, SureProse = 0.6;

    /// <summary>A cell with more lines than this holds prose.</summary>
    private const int ShortCell = 2;

    /// <summary>Text that is less sure on average may as well be a mark.</summary>
    private const double Legible = 0.3;

    /// <summary>Ink of a mark's size that is no text.</summary>
    private const double InkConfidence = 0.7;

    private const string Tick = "x";

    /// <summary>A mark that fills a larger part of the page than this, inches, is none.</summary>
    private const double LargestMark = 0.4;

    /// <summary>Reads a cell.</summary>
    /// <param name="zone">The cell with its ink.</param>
    /// <param name="mark">What its ink looks like.</param>
    /// <param name="dpi">Pixels an inch.</param>
    /// <returns>Lines of words; empty when the cell is.</returns>
    public IReadOnlyList<FrameLine> Read(Zone zone, CellMark mark, double dpi)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(mark);
        switch (mark.Ink)
        {
            case CellInk.Empty or CellInk.Dirt:
                return [];
            case CellInk.Mark when mark.Confidence <= PaleMarks.Unsure:
                return [new([FrameWord.Checkbox(true, mark.Confidence, mark.Box ?? zone.Bounds)])];
            case CellInk.Mark:
                return [Single(mark.Confidence, mark.Box ?? zone.Bounds)];
        }

        var sure = zone.Strips.Count <= ShortCell ? SureResult : SureProse;
        var lines = Lines(zone.Strips.Select(s => reader.Read(s.Strip, s.Number, sure)));
        if (lines.Count == 0 && zone.Strips is [var only]) lines = Lines([reader.ReadCharacter(only.Strip, only.Number)]);
        if (lines.Count > 0 && lines.SelectMany(l => l.Words).Average(w => w.Confidence) >= Legible) return lines;
        if (mark.Box is not { } box) return lines;
        // Ink too large for a mark that is no text either, a tick that a hair runs through: somebody must look.
        return Math.Max(box.Width, box.Height) <= LargestMark * dpi ? [Single(InkConfidence, box)] : lines.Count > 0 ? lines : [new([FrameWord.Checkbox(true, PaleMarks.Unsure, box)])];
    }

    /// <summary>True for ink that was taken for a tick because it could not be read.</summary>
    public static bool IsUnreadable(IReadOnlyList<FrameLine> lines) => lines is [{ Words: [{ Text: Tick, Confidence: InkConfidence }] }];

    private static List<FrameLine> Lines(IEnumerable<IReadOnlyList<FrameWord>> lines) => [.. lines.Where(l => l.Count > 0).Select(l => new FrameLine(l))];

    private static FrameLine Single(double confidence, Rect box) => new([new(Tick, confidence, box)]);
}
