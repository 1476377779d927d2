using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Records;

/// <summary>Head rows in Table Storage: a partition an office, so that an office's list is one query. Changes go through the row's ETag.</summary>
public sealed class DossierHeads(StoragePlaces places, TimeProvider clock)
{
    private const int Attempts = 30;

    /// <summary>The head; null when there is no such dossier.</summary>
    public async Task<DossierHead?> FindAsync(DossierId dossier, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var table = await places.TableAsync(Tables.Dossiers, cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(dossier.Office, Key(dossier), cancellationToken: cancellationToken);
        return row.HasValue ? From(row.Value!) : null;
    }

    /// <summary>Heads of an office, or of all.</summary>
    public async IAsyncEnumerable<DossierHead> ListAsync(string? office, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await places.TableAsync(Tables.Dossiers, cancellationToken);
        var filter = office is null ? null : TableClient.CreateQueryFilter($"PartitionKey eq {office}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            if (From(row) is { } head)
                yield return head;
    }

    /// <summary>Changes a head, or makes it; tries again when somebody else changed it meanwhile. A change to the same value writes nothing.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="change">From the present head (null when there is none) to the new one (null to leave it).</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<DossierHead?> ChangeAsync(DossierId dossier, Func<DossierHead?, DossierHead?> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(change);
        var table = await places.TableAsync(Tables.Dossiers, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var row = await table.GetEntityIfExistsAsync<TableEntity>(dossier.Office, Key(dossier), cancellationToken: cancellationToken);
            var before = row.HasValue ? From(row.Value!) : null;
            var after = change(before);
            if (after is null || after == before)
                return before;
            after = after with { ChangedAt = clock.GetUtcNow() };
            try
            {
                if (row.HasValue)
                    await table.UpdateEntityAsync(To(after), row.Value!.ETag, TableUpdateMode.Replace, cancellationToken);
                else
                    await table.AddEntityAsync(To(after), cancellationToken);
                return after;
            }
            catch (RequestFailedException fault) when (fault.Status is 409 or 412 && attempt < Attempts)
            {
                await Task.Delay(Random.Shared.Next(5, 20 * attempt), cancellationToken);
            }
        }
    }

    private static string Key(DossierId dossier) => $"{dossier.Kind}-{dossier.Year}";

    private static TableEntity To(DossierHead head) => RowSchemas.Heads.Stamp(new(head.Dossier.Office, Key(head.Dossier))
    {
        ["Kind"] = head.Dossier.Kind,
        ["Year"] = head.Dossier.Year,
        ["OfficeName"] = head.OfficeName,
        ["Province"] = head.Province,
        ["Received"] = head.Received?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        ["Revision"] = head.Revision,
        ["Stage"] = head.Stage.ToString(),
        ["Note"] = head.Note,
        ["ReportedRevision"] = head.ReportedRevision ?? 0,
        ["Verdict"] = head.Verdict?.ToString() ?? "",
        ["CountedIn"] = head.CountedIn,
        ["ChangedAt"] = head.ChangedAt,
    });

    private static DossierHead? From(TableEntity kept)
    {
        var row = RowSchemas.Heads.Read(kept);
        return DossierId.TryCreate(row.GetString("Kind"), row.GetInt32("Year") ?? 0, row.PartitionKey) is not { } dossier ? null : new()
        {
            Dossier = dossier,
            OfficeName = row.GetString("OfficeName") ?? dossier.Office,
            Province = row.GetString("Province") ?? "",
            Received = DateOnly.TryParseExact(row.GetString("Received"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Revision = row.GetInt32("Revision") ?? 1,
            Stage = Enum.TryParse<DossierStage>(row.GetString("Stage"), out var stage) ? stage : DossierStage.Received,
            Note = row.GetString("Note") ?? "",
            ReportedRevision = row.GetInt32("ReportedRevision") is > 0 and var reported ? reported : null,
            Verdict = Enum.TryParse<Verdict>(row.GetString("Verdict"), out var verdict) ? verdict : null,
            CountedIn = row.GetString("CountedIn"),
            ChangedAt = row.GetDateTimeOffset("ChangedAt") ?? DateTimeOffset.MinValue,
        };
    }
}
