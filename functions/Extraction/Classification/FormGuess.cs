using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;

namespace LearningSociety.Extraction.Classification;

/// <summary>What a page was taken for, and why.</summary>
/// <param name="Form">The form of the catalogue; null when nothing speaks for any.</param>
/// <param name="Score">How much speaks for it, 0..1, after what speaks for the next best form.</param>
/// <param name="Signs">What it rests on, in Vietnamese, strongest first.</param>
internal sealed record FormGuess(FormType? Form, double Score, ImmutableArray<string> Signs)
{
    /// <summary>Nothing speaks for any form.</summary>
    public static FormGuess None { get; } = new(null, 0, []);

    /// <summary>The reason as people read it.</summary>
    public string Reason => string.Join("; ", Signs);
}
