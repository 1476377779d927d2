using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Pages;

namespace LearningSociety.Extraction.Tables;

/// <summary>Whether a cell of a tick column is ticked, and how sure that is.</summary>
/// <param name="IsTicked">True for a tick.</param>
/// <param name="Certainty">0..1.</param>
internal readonly record struct TickCell(bool IsTicked, double Certainty)
{
    private const string Crosses = Ticks.Signs + "×✕╳+";
    private const string LikeTicks = "vV*kKyY%›»<>χХхжЖẋ";
    private const string Strokes = "⁄/\\";
    private const string Specks = "1Iil!¡Ịị";
    private const string Empties = "-–—_.,:;'`\"|☐□()[]{}~=";

    // Recognition is unsure of a lone X, but that something crosses the cell is all that counts here.
    private const double SureTick = 0.9;
    private const double LikelyTick = 0.8;
    private const double OddInk = 0.6;

    // A stroke of a pen, or what is left of a line: no tick beside a better one.
    private const double Speck = 0.45;

    // Two ticks in one cell are two rows that were taken for one.
    private const double Merged = 0.5;

    /// <summary>True for a lone stroke: a tick where nothing else is ticked, a scratch beside a sure tick.</summary>
    public bool IsStroke { get; private init; }

    /// <summary>Reads a cell. What is in a tick column and is no dash is somebody's tick, if an odd one.</summary>
    public static TickCell Read(Sheet sheet, LayoutCell cell)
    {
        var mark = sheet.Layout.Marks.FirstOrDefault(mark => cell.Box.Contains(mark.Box.CentreX, mark.Box.CentreY));
        if (mark is { Selected: true }) return new(true, mark.Confidence.Value);
        var text = string.Concat(cell.Text.Replace(Ticks.Selected, Ticks.Mark, StringComparison.Ordinal).Replace(":unselected:", "", StringComparison.Ordinal).Where(letter => !char.IsWhiteSpace(letter)));
        var ink = string.Concat(text.Where(letter => !Empties.Contains(letter, StringComparison.Ordinal)));
        if (ink.Length == 0) return new(false, text.Length == 0 ? 1 : SureTick);
        if (ink.All(letter => letter is '0' or 'o' or 'O')) return new(false, OddInk);
        if (ink.All(letter => Specks.Contains(letter, StringComparison.Ordinal))) return new(true, Speck);
        if (ink.All(letter => Strokes.Contains(letter, StringComparison.Ordinal))) return new(true, LikelyTick) { IsStroke = true };
        if (HasTwo(cell.Text)) return new(true, Merged);
        if (ink.All(letter => Crosses.Contains(letter, StringComparison.Ordinal))) return new(true, Math.Max(SureTick, cell.Confidence.Value));
        return ink.All(letter => Crosses.Contains(letter, StringComparison.Ordinal) || LikeTicks.Contains(letter, StringComparison.Ordinal)) ? new(true, LikelyTick) : new(true, OddInk);
    }

    private static bool HasTwo(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(part => part.Any(letter => Crosses.Contains(letter, StringComparison.Ordinal))) > 1;
}
