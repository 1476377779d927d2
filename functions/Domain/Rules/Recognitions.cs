using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Rules;

/// <summary>A recognition that was given.</summary>
/// <param name="Level">The level recognised.</param>
/// <param name="Decided">The date of the decision.</param>
public sealed record GivenRecognition(Result Level, DateOnly Decided);

/// <summary>R4: when a recognised unit may ask for a higher level.</summary>
public static class UpgradeRule
{
    /// <summary>
    /// The first day on which a unit may ask for the level: 12 months after the decision for level 2 after level 1 (the months are the scheme's).
    /// Null when nothing holds it back: no earlier recognition, one that has lapsed, or another step than from level 1 to level 2.
    /// </summary>
    public static DateOnly? EarliestRequest(Result asked, GivenRecognition? earlier, DateOnly day, RecognitionTerms terms) =>
        earlier is { Level: Result.Level1 } && asked == Result.Level2 && terms.UpgradeAfterMonths is { } months && RecognitionValidity.IsInForce(earlier, day, terms)
            ? earlier.Decided.AddMonths(months)
            : null;

    /// <summary>True when the level may be asked for on that day as far as earlier recognitions go.</summary>
    public static bool MayAsk(Result asked, GivenRecognition? earlier, DateOnly day, RecognitionTerms terms) =>
        EarliestRequest(asked, earlier, day, terms) is not { } earliest || day >= earliest;
}

/// <summary>R5: how long a recognition is kept in force.</summary>
public static class RecognitionValidity
{
    /// <summary>The last day in force: the scheme's months counted from the end of the year of the decision; null when the scheme sets no term.</summary>
    public static DateOnly? LastDay(GivenRecognition recognition, RecognitionTerms terms) =>
        terms.ValidMonths is { } months ? new DateOnly(recognition.Decided.Year + 1, 1, 1).AddMonths(months).AddDays(-1) : null;

    /// <summary>True from the day of the decision through the last day in force.</summary>
    public static bool IsInForce(GivenRecognition recognition, DateOnly day, RecognitionTerms terms) =>
        day >= recognition.Decided && (LastDay(recognition, terms) is not { } last || day <= last);
}
