namespace LearningSociety.Layout.Pages;

/// <summary>What a word's confidence rests on.</summary>
public enum Evidence
{
    /// <summary>The text layer, the shape of a mark or several readings weighed: the confidence is what it says.</summary>
    Weighed,

    /// <summary>Recognised once.</summary>
    Once,

    /// <summary>Recognised twice, in two sizes, alike.</summary>
    Confirmed,

    /// <summary>Recognised twice, and otherwise the other time.</summary>
    Contradicted,
}

/// <summary>A word in the upright frame of a page.</summary>
/// <param name="Text">As read; never empty.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Box">Frame pixels.</param>
/// <param name="Evidence">What the confidence rests on.</param>
public sealed record FrameWord(string Text, double Confidence, Rect Box, Evidence Evidence = Evidence.Weighed)
{
    /// <summary>For a check box among the words its state; null for a word.</summary>
    public bool? Selected { get; init; }

    /// <summary>A check box, in the text as Form Recognizer writes it.</summary>
    public static FrameWord Checkbox(bool selected, double confidence, Rect box) => new(selected ? ":selected:" : ":unselected:", confidence, box) { Selected = selected };
}

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
