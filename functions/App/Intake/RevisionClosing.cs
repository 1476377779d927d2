using LearningSociety.App.Records;
using LearningSociety.App.Settings;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;

namespace LearningSociety.App.Intake;

/// <summary>What came of trying to close a revision.</summary>
/// <param name="Step">Whether it closed, waits, or is not needed.</param>
/// <param name="Until">Until when to wait.</param>
/// <param name="MoreWaiting">True when something arrived that this revision does not hold: the next one is to start.</param>
public sealed record ClosingOutcome(RevisionStep Step, DateTimeOffset? Until, bool MoreWaiting);

/// <summary>
/// Closes revisions. The manifest is written before arrivals are marked and rows are read again after it, so that an
/// arrival is in this revision, or starts the next one, whenever it comes and wherever a process ends.
/// </summary>
public sealed class RevisionClosing(
    ArrivalStore arrivals, RevisionStore revisions, DossierHeads heads, PendingWork pending, AppSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan VietNam = TimeSpan.FromHours(7);

    /// <summary>Closes the revision when it is time.</summary>
    public async Task<ClosingOutcome> TryCloseAsync(DossierId dossier, int revision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var manifest = await revisions.ReadAsync(dossier, revision, cancellationToken);
        if (manifest is null)
        {
            // An arrival after this stamp was read renews it, and the work stays on the list.
            var stamp = await pending.FindAsync(PendingWork.Arrivals, dossier.ToString(), cancellationToken);
            var waiting = await arrivals.WaitingAsync(dossier, cancellationToken);
            var before = revision > 1 ? await revisions.ReadAsync(dossier, revision - 1, cancellationToken) : null;
            if (before is not null && waiting.Any(arrival => before.Arrivals.Contains(arrival.Key)))
            {
                // The revision before wrote its manifest and ended before it could mark what it took.
                await arrivals.TakeAsync(dossier, before.Arrivals, revision - 1, cancellationToken);
                waiting = [.. waiting.Where(arrival => !before.Arrivals.Contains(arrival.Key))];
            }

            var now = clock.GetUtcNow();
            var decision = RevisionPlan.Decide(waiting, now, settings.Intake.QuietPeriod);
            if (decision.Step == RevisionStep.Wait)
                return new(decision.Step, decision.Until, false);
            if (decision.Step == RevisionStep.Idle || (before is not null && RevisionPlan.ChangesNothing(before.Files, waiting)))
            {
                await arrivals.TakeAsync(dossier, waiting.Select(arrival => arrival.Key), Math.Max(1, revision - 1), cancellationToken);
                if (stamp is not null)
                    await pending.RemoveAsync(stamp, cancellationToken);
                await heads.ChangeAsync(dossier, present => present?.Unneeded(revision), cancellationToken);
                return new(RevisionStep.Idle, null, false);
            }

            var head = await heads.FindAsync(dossier, cancellationToken);
            manifest = await revisions.CloseAsync(
                dossier,
                new(dossier.ToString(), revision, now, head?.OfficeName ?? dossier.Office, head?.Received ?? DateOnly.FromDateTime(now.ToOffset(VietNam).Date),
                    RevisionPlan.Files(before?.Files ?? [], waiting), [.. waiting.Select(arrival => arrival.Key)]),
                cancellationToken);
        }

        await pending.PutAsync(PendingWork.Revisions, RevisionKey.Of(dossier, revision), cancellationToken);
        await arrivals.TakeAsync(dossier, manifest.Arrivals, revision, cancellationToken);
        return new(RevisionStep.Close, null, await MoreAsync(dossier, revision, cancellationToken));
    }

    private async Task<bool> MoreAsync(DossierId dossier, int revision, CancellationToken cancellationToken)
    {
        if (await revisions.NewestAsync(dossier, cancellationToken) > revision)
            return false;
        var stamp = await pending.FindAsync(PendingWork.Arrivals, dossier.ToString(), cancellationToken);
        if ((await arrivals.WaitingAsync(dossier, cancellationToken)).Length > 0)
            return true;
        if (stamp is not null)
            await pending.RemoveAsync(stamp, cancellationToken);
        return false;
    }
}

/// <summary>The id of a revision's orchestration: {dossier}-r{n}.</summary>
public static class RevisionKey
{
    /// <summary>Makes the id.</summary>
    public static string Of(DossierId dossier, int revision) => $"{dossier}-r{revision}";

    /// <summary>Reads an id; null when it is none.</summary>
    public static (DossierId Dossier, int Revision)? TryParse(string? id)
    {
        var at = id?.LastIndexOf("-r", StringComparison.Ordinal) ?? -1;
        return at > 0 && DossierId.TryParse(id![..at]) is { } dossier
            && int.TryParse(id.AsSpan(at + 2), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var revision)
            ? (dossier, revision)
            : null;
    }
}
