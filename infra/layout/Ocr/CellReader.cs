using LearningSociety.Layout.Imaging;
using LearningSociety.Layout.Lines;
using LearningSociety.Layout.Marks;
using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Ocr;

/// <summary>Reads a table cell: nothing, a mark, or its lines of text. Ink that has the size of a mark and is no text is taken as a tick.</summary>
/// <param name="reader">Reads lines.</param>
/// <param name="page">The page without ruling lines, cleaned.</param>
/// <param name="inkLevel">What is darker is ink.</param>
/// <param name="dpi">Pixels an inch.</param>
public sealed class CellReader(StripReader reader, GrayImage page, int inkLevel, double dpi)
{
    /// <summary>Lines with words less sure than this are read twice.</summary>
    private const double SureWord = 0.87;

    /// <summary>Text that is less sure on average may as well be a mark.</summary>
    private const double Legible = 0.3;

    /// <summary>A mark known by its shape.</summary>
    private const double MarkConfidence = 0.95;

    /// <summary>Ink of a mark's size that is no text.</summary>
    private const double InkConfidence = 0.7;

    /// <summary>Reads a cell.</summary>
    /// <param name="zone">The cell with its ink.</param>
    /// <returns>Lines of words; empty when the cell is.</returns>
    public IReadOnlyList<FrameLine> Read(Zone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var inner = zone.Bounds.Grow(-0.02 * dpi);
        var ink = zone.Pieces.Where(p => IsLarge(p) && inner.Contains(p.Box.CentreX, p.Box.CentreY)).ToList();
        if (ink.Count == 0) return [];
        if (Mark(ink) is { } mark) return [Single("x", MarkConfidence, mark)];
        var lines = zone.Strips.Select(s => new FrameLine(reader.Read(s.Strip, s.Number, SureWord))).Where(l => l.Words.Count > 0).ToList();
        if (lines.Count == 0 && zone.Strips is [var only]) lines = [.. new[] { new FrameLine(reader.ReadCharacter(only.Strip, only.Number)) }.Where(l => l.Words.Count > 0)];
        if (lines.Count > 0 && lines.SelectMany(l => l.Words).Average(w => w.Confidence) >= Legible) return lines;
        return Tick(ink) is { } tick ? [Single("x", InkConfidence, tick)] : lines;
    }

    private bool IsLarge(InkPiece piece) =>
        piece.Pixels >= Math.Max(4, (int)(0.0004 * dpi * dpi)) && Math.Max(piece.Box.Width, piece.Box.Height) >= 0.035 * dpi;

    private static FrameLine Single(string text, double confidence, Rect box) => new([new(text, confidence, box)]);

    /// <summary>The box of the one piece of ink when its shape is that of a mark.</summary>
    private Rect? Mark(List<InkPiece> ink)
    {
        var most = ink.Max(p => p.Pixels);
        return ink.Where(p => p.Pixels * 5 > most).ToList() is [var one] && Tick([one]) is { } box && MarkShape.IsMark(page, box, inkLevel) ? box : null;
    }

    /// <summary>The box of a mark: one or a few strokes together no larger than a letter and no smaller than half of one.</summary>
    private Rect? Tick(List<InkPiece> ink)
    {
        var box = ink.Select(p => p.Box).Aggregate((a, b) => a.Union(b));
        var size = Math.Max(box.Width, box.Height);
        return size >= 0.05 * dpi && size <= 0.4 * dpi && Math.Min(box.Width, box.Height) >= 0.03 * dpi ? box : null;
    }
}
