using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Marks;

/// <summary>What stands in a cell, as far as its ink tells without being read.</summary>
public enum CellInk
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>A mark that somebody ticked it with: a cross, a tick, a filled spot.</summary>
    Mark,

    /// <summary>Letters or digits, or something that only reading can tell.</summary>
    Text,

    /// <summary>Specks, leftovers of rules, ends of strokes that belong to a neighbour.</summary>
    Dirt,
}

/// <summary>What stands in a cell.</summary>
/// <param name="Ink">Which kind of ink.</param>
/// <param name="Box">Around the mark or the text, frame pixels; null for an empty or dirty cell, and for text where no mark stands.</param>
/// <param name="Confidence">How likely <paramref name="Ink"/> is right, 0 to 1.</param>
public sealed record CellMark(CellInk Ink, Rect? Box, double Confidence);
