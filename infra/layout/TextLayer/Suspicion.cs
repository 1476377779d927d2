using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.TextLayer;

/// <summary>In what a text layer may differ from its page.</summary>
public enum LayerDoubt
{
    /// <summary>Words where the page shows nothing, or two words at one place.</summary>
    Hidden,

    /// <summary>Words that look like others.</summary>
    OtherWords,

    /// <summary>Letters on the page that are in no word.</summary>
    Missing,

    /// <summary>Letters that are of no use to a reader of Vietnamese.</summary>
    NoLetters,
}

/// <summary>A doubt about a text layer, to be confirmed by recognising the page.</summary>
/// <param name="Doubt">What is in doubt.</param>
/// <param name="Words">The words it is about, in the frame they were given in.</param>
public sealed record Suspicion(LayerDoubt Doubt, IReadOnlyList<FrameWord> Words);
