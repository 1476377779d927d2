using LearningSociety.App.Records;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics;

/// <summary>Shows a revision and counts it. Every step may be done again after a crash; a dossier counts in one province at most at any moment.</summary>
public sealed class DossierCount(DossierHeads heads, PlaceBook places, StatisticsStore statistics, Catalogue catalogue)
{
    /// <summary>Shows a revision's report, unless a later one is shown, and counts it.</summary>
    public async Task ShowAsync(DossierId dossier, DossierReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(report);
        var revision = report.Dossier.Revision;
        var head = await heads.FindAsync(dossier, cancellationToken);
        if (head is null || head.ReportedRevision > revision) return;
        var place = await places.OfAsync(dossier.Office, head.Province, dossier.Year, cancellationToken);
        await LeaveAsync(head, place, cancellationToken);
        head = await heads.ChangeAsync(dossier, now => now?.Reported(revision, report.Verdict, place.Province), cancellationToken);
        if (head?.ReportedRevision == revision && head.CountedIn == place.Province)
            await statistics.PutAsync(DossierFact.Of(report, place, catalogue), cancellationToken);
    }

    /// <summary>Counts the revision shown as its report and the registers give it today.</summary>
    /// <returns>True when something was not right.</returns>
    public async Task<bool> CorrectAsync(DossierHead head, DossierReport report, PlacePath place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(place);
        var left = await LeaveAsync(head, place, cancellationToken);
        var now = await heads.ChangeAsync(
            head.Dossier, now => now?.ReportedRevision == report.Dossier.Revision ? now with { CountedIn = place.Province } : now, cancellationToken);
        return now?.ReportedRevision == report.Dossier.Revision
            && await statistics.CorrectAsync(DossierFact.Of(report, place, catalogue), cancellationToken) | left;
    }

    // The office has moved to another province since the dossier was counted.
    private async Task<bool> LeaveAsync(DossierHead head, PlacePath place, CancellationToken cancellationToken) =>
        head is { ReportedRevision: { } counted, CountedIn.Length: > 0 } && head.CountedIn != place.Province
        && await statistics.WithdrawAsync(new(head.CountedIn, head.Dossier.Year), head.Dossier.ToString(), counted, cancellationToken);
}
