using Azure.Data.Tables;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics;

/// <summary>
/// Counts dossiers. A fact, the roll-ups and receipts it changes and the partition's version change in one transaction guarded by their
/// ETags: all or nothing, and exactly once per revision, whoever else counts in the same province at the time.
/// </summary>
public sealed class StatisticsStore(StoragePlaces places, PartitionGates gates, TimeProvider clock)
{
    /// <summary>Counts a revision in place of the one before; one that is counted already, or older, changes nothing.</summary>
    /// <returns>True when something changed.</returns>
    public Task<bool> PutAsync(DossierFact fact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return ChangeAsync(Of(fact), KeptFact.Counted(fact), FactChange.Of, cancellationToken);
    }

    /// <summary>Takes a dossier out of the figures, up to and with the revision.</summary>
    /// <returns>True when something changed.</returns>
    public Task<bool> WithdrawAsync(ProvinceYear at, string dossier, int revision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(at);
        return ChangeAsync(at, KeptFact.Withdrawn(dossier, revision), FactChange.Of, cancellationToken);
    }

    /// <summary>Sets a fact right that differs from what its report and the registers give today.</summary>
    /// <returns>True when something changed.</returns>
    public Task<bool> CorrectAsync(DossierFact fact, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return ChangeAsync(Of(fact), KeptFact.Counted(fact), FactChange.Correcting, cancellationToken);
    }

    private static ProvinceYear Of(DossierFact fact) => new(fact.Place.Province, fact.Year);

    private Task<bool> ChangeAsync(ProvinceYear at, KeptFact after, Func<KeptFact?, KeptFact, FactChange?> changing, CancellationToken cancellationToken) =>
        gates.RunAsync(at, () => TryAsync(at, after, changing, cancellationToken), cancellationToken);

    private async Task<bool> TryAsync(ProvinceYear at, KeptFact after, Func<KeptFact?, KeptFact, FactChange?> changing, CancellationToken cancellationToken)
    {
        var table = await places.TableAsync(Tables.Statistics, cancellationToken);
        var rows = new GuardedRows(table, at.Partition);
        await rows.ReadAsync(
            [
                StatisticsRows.FactKey(after.Dossier), StatisticsRows.VersionKey,
                .. after.Fact is { } fact ? fact.Place.Places.Select(place => StatisticsRows.RollUpKey(fact.Kind, place)).Append(StatisticsRows.ReceiptKey(ReceiptShelf.Of(fact))) : [],
            ],
            cancellationToken);
        var before = rows[StatisticsRows.FactKey(after.Dossier)] is { } row ? StatisticsRows.FactOf(row) : null;
        if (changing(before, after) is not { } change) return false;

        await rows.ReadAsync(
            change.Gains.Select(gain => StatisticsRows.RollUpKey(gain.Kind, gain.Place)).Concat(change.Receipts.Select(receipt => StatisticsRows.ReceiptKey(receipt.Shelf))), cancellationToken);
        if (rows[StatisticsRows.VersionKey] is null)
            await table.UpsertEntityAsync(RowSchemas.Partitions.Stamp(new(StatisticsRows.Index, at.IndexKey)), TableUpdateMode.Replace, cancellationToken);
        var version = StatisticsRows.VersionOf(rows[StatisticsRows.VersionKey]).Next(clock.GetUtcNow());
        rows.Put(StatisticsRows.Of(at, change.Kept));
        rows.Put(StatisticsRows.Of(at, version));
        foreach (var gain in change.Gains)
        {
            var key = StatisticsRows.RollUpKey(gain.Kind, gain.Place);
            var tally = rows[key] is { } kept ? StatisticsRows.RollUpOf(kept).Tally.Plus(gain.Tally) : gain.Tally;
            if (!tally.IsEmpty) rows.Put(StatisticsRows.Of(at, gain with { Tally = tally }, version));
            else rows.Delete(key);
        }

        foreach (var receipt in change.Receipts)
        {
            var key = StatisticsRows.ReceiptKey(receipt.Shelf);
            var receipts = (rows[key] is { } kept ? StatisticsRows.ReceiptsOf(kept) : PlaceReceipts.Of(receipt.Shelf, [])).With(receipt);
            if (!receipts.IsEmpty) rows.Put(StatisticsRows.Of(at, receipts));
            else rows.Delete(key);
        }

        await rows.SubmitAsync(cancellationToken);
        return true;
    }
}
