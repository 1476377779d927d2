using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using LearningSociety.App.Records;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics;

/// <summary>What a rebuild found.</summary>
/// <param name="Dossiers">Dossiers looked at.</param>
/// <param name="Facts">Facts that were missing, wrong or too many.</param>
/// <param name="RollUps">Roll-ups and receipts that were missing, wrong or too many.</param>
public sealed record RebuildOutcome(int Dossiers, int Facts, int RollUps);

/// <summary>
/// Makes statistics anew: facts from the reports shown, roll-ups and receipts from the facts. The result is that of the running updates, which
/// may go on meanwhile; only rows that differ are written.
/// </summary>
public sealed class StatisticsRebuild(
    DossierHeads heads, ReportStore reports, PlaceBook places, DossierCount count, StatisticsStore store, StatisticsBook book, PartitionGates gates, StoragePlaces storage, TimeProvider clock)
{
    private const int SideBySide = 8;

    // A transaction takes 100 changes; one is the version's.
    private const int Batch = 99;

    /// <summary>Rebuilds everything, or a province, a year or both.</summary>
    public async Task<RebuildOutcome> RunAsync(string? province, int? year, CancellationToken cancellationToken)
    {
        var (dossiers, facts, rollUps) = (0, 0, 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken };
        var shown = heads.ListAsync(null, cancellationToken).Where(head => head.ReportedRevision is not null && (year is null || head.Dossier.Year == year));
        await Parallel.ForEachAsync(shown, options, async (head, stop) =>
        {
            var place = await places.OfAsync(head.Dossier.Office, head.Province, head.Dossier.Year, stop);
            if (province is not null && place.Province != province && head.CountedIn != province) return;
            Interlocked.Increment(ref dossiers);
            if (await reports.ReadAsync(head.Dossier, head.ReportedRevision!.Value, stop) is { } report && await count.CorrectAsync(head, report, place, stop))
                Interlocked.Increment(ref facts);
        });
        foreach (var at in await book.KnownAsync(year, cancellationToken))
        {
            if (province is not null && at.Province != province) continue;
            facts += await DropStraysAsync(at, cancellationToken);
            rollUps += await RollUpAsync(at, cancellationToken);
        }

        return new(dossiers, facts, rollUps);
    }

    /// <summary>Makes the roll-ups and receipts of a province and year anew from its facts.</summary>
    /// <returns>How many were not right.</returns>
    public Task<int> RollUpAsync(ProvinceYear at, CancellationToken cancellationToken) =>
        gates.RunAsync(at, () => TryRollUpAsync(at, cancellationToken), cancellationToken);

    // Facts of dossiers that are not there, or count elsewhere by now.
    private async Task<int> DropStraysAsync(ProvinceYear at, CancellationToken cancellationToken)
    {
        var strays = 0;
        await foreach (var fact in book.FactsAsync(at, null, cancellationToken))
        {
            var head = DossierId.TryParse(fact.Dossier) is { } dossier ? await heads.FindAsync(dossier, cancellationToken) : null;
            if (head?.CountedIn != at.Province && await store.WithdrawAsync(at, fact.Dossier, fact.Revision, cancellationToken))
                strays++;
        }

        return strays;
    }

    private async Task<int> TryRollUpAsync(ProvinceYear at, CancellationToken cancellationToken)
    {
        var version = await book.VersionAsync(at, cancellationToken);
        var kept = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        foreach (var prefix in (string[])[StatisticsRows.RollUpPrefix(null), StatisticsRows.ReceiptPrefix])
            await foreach (var row in book.RowsAsync(at.Partition, prefix, cancellationToken))
                kept.Add(row.RowKey, row);
        var facts = new List<DossierFact>();
        await foreach (var fact in book.FactsAsync(at, null, cancellationToken))
            facts.Add(fact);
        var right = RollUp.Of(facts).Select(rollUp => new Derived(StatisticsRows.RollUpKey(rollUp.Kind, rollUp.Place), rollUp, next => StatisticsRows.Of(at, rollUp, next)))
            .Concat(PlaceReceipts.Of(facts).Select(receipts => new Derived(StatisticsRows.ReceiptKey(receipts.Shelf), receipts, _ => StatisticsRows.Of(at, receipts))))
            .ToDictionary(one => one.Key, StringComparer.Ordinal);
        var wrong = right.Keys.Union(kept.Keys, StringComparer.Ordinal)
            .Where(key => !Equals(right.GetValueOrDefault(key)?.Content, kept.TryGetValue(key, out var row) ? ContentOf(row) : null))
            .Order(StringComparer.Ordinal).ToImmutableArray();
        var left = wrong.Length;

        // Receipts are those of all facts once the last batch is written, and also where no row was wrong.
        IEnumerable<string[]> batches = wrong.IsEmpty && !version.HasReceipts ? [[]] : wrong.Chunk(Batch);
        foreach (var batch in batches)
        {
            left -= batch.Length;
            version = await WriteAsync(
                at, version, left == 0, [.. batch.Select(key => (key, kept.GetValueOrDefault(key), right.GetValueOrDefault(key)))], cancellationToken);
        }

        return wrong.Length;
    }

    private static object ContentOf(TableEntity row) =>
        row.RowKey.StartsWith(StatisticsRows.ReceiptPrefix, StringComparison.Ordinal) ? StatisticsRows.ReceiptsOf(row) : StatisticsRows.RollUpOf(row);

    // A batch goes on from the version that the facts were read at, or that the batch before wrote: nothing can slip in between.
    private async Task<PartitionVersion> WriteAsync(
        ProvinceYear at, PartitionVersion version, bool isLast, ImmutableArray<(string Key, TableEntity? Kept, Derived? Right)> batch, CancellationToken cancellationToken)
    {
        var rows = new GuardedRows(await storage.TableAsync(Tables.Statistics, cancellationToken), at.Partition);
        await rows.ReadAsync([StatisticsRows.VersionKey], cancellationToken);
        if (StatisticsRows.VersionOf(rows[StatisticsRows.VersionKey]).Number != version.Number) throw new RequestFailedException(412, "The statistics were changed meanwhile.");
        var next = version.Next(clock.GetUtcNow()) with { HasReceipts = version.HasReceipts || isLast };
        foreach (var (key, kept, right) in batch)
        {
            rows.Know(key, kept);
            if (right is not null) rows.Put(right.Row(next));
            else rows.Delete(key);
        }

        rows.Put(StatisticsRows.Of(at, next));
        await rows.SubmitAsync(cancellationToken);
        return next;
    }

    // A row that follows from the facts: what it holds, and how it is written.
    private sealed record Derived(string Key, object Content, Func<PartitionVersion, TableEntity> Row);
}
