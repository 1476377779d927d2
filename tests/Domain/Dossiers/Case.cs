using LearningSociety.Domain.Checks;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Tests.Dossiers;

/// <summary>A dossier and all that must be found in it: "code", "code form" or "code.variant form", each with "@row" when it is about a row.</summary>
internal sealed record Case(string Says, DossierReading Dossier, Verdict Verdict, params string[] Expected)
{
    internal GivenRecognition? Earlier { get; init; }

    internal CheckOutcome Outcome => CompletenessCheck.Run(Dossier, Sample.Catalogue, Earlier);

    internal void Holds()
    {
        var outcome = Outcome;
        Assert.Equal(Expected.Order(StringComparer.Ordinal), outcome.Findings.Select(Short).Order(StringComparer.Ordinal));
        Assert.Equal(Verdict, outcome.Verdict);
    }

    internal static TheoryData<string> Names(IEnumerable<Case> cases)
    {
        var names = new TheoryData<string>();
        foreach (var one in cases) names.Add(one.Says);
        return names;
    }

    private static string Short(Finding finding) => WireName.Of(finding.Code) + (finding.Variant is { } variant ? "." + variant : "")
        + (finding.Form is { } form ? " " + form : "") + (finding.Row is { } row ? " @" + row : "");
}
