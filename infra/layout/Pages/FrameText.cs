namespace LearningSociety.Layout.Pages;

/// <summary>A word in the upright frame of a page.</summary>
/// <param name="Text">As read; never empty.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Box">Frame pixels.</param>
public sealed record FrameWord(string Text, double Confidence, Rect Box);

/// <summary>A line of words in reading order, in the upright frame of a page.</summary>
public sealed record FrameLine(IReadOnlyList<FrameWord> Words);

/// <summary>What kind of ink was seen.</summary>
public enum InkKind
{
    /// <summary>Handwriting.</summary>
    Signature,

    /// <summary>A seal.</summary>
    Seal,
}

/// <summary>A seal or handwriting, in the upright frame of a page.</summary>
public sealed record FrameInk(InkKind Kind, double Confidence, Rect Box);
