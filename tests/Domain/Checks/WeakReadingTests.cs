using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Tests.Dossiers;

namespace LearningSociety.Domain.Tests.Checks;

/// <summary>
/// An error of a dossier stays an error, or becomes a doubt, when any one of its values was read weakly: a value that nobody is asked to look
/// at may be unknown to no check (9012-092).
/// </summary>
public sealed class WeakReadingTests
{
    private static readonly Case[] Cases = [.. FormCases.Cases, .. FileCases.Cases, .. SummaryCases.Cases, .. GradingCases.Cases];

    public static TheoryData<string> Wrong => Case.Names(Cases.Where(one => one.Verdict == Verdict.Incomplete));

    public static TheoryData<string> Right => Case.Names(Cases.Where(one => one.Verdict == Verdict.Complete));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void One_weak_reading_makes_nothing_complete(string says) =>
        Assert.DoesNotContain(Verdicts(says), one => one.Verdict == Verdict.Complete);

    [Theory]
    [MemberData(nameof(Right))]
    public void One_weak_reading_makes_nothing_incomplete(string says) =>
        Assert.DoesNotContain(Verdicts(says), one => one.Verdict == Verdict.Incomplete);

    private static IEnumerable<(string Reading, double Confidence, Verdict Verdict)> Verdicts(string says)
    {
        var one = Cases.Single(one => one.Says == says);
        return
            from confidence in new[] { 0.2, 0.5, 0.7 }
            from weak in WeakReadings.Of(one.Dossier, confidence)
            select (weak.Name, confidence, (one with { Dossier = weak.Dossier }).Outcome.Verdict);
    }
}
