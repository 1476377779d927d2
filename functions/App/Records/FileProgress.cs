using System.Collections.Immutable;
using Azure.Data.Tables;
using LearningSociety.App.Processing;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;

namespace LearningSociety.App.Records;

/// <summary>How far a file is.</summary>
/// <param name="Pages">Its pages once known.</param>
/// <param name="State">"reading", "read" or "faulty".</param>
/// <param name="Recognised">Names of the forms recognised.</param>
public sealed record FileStage(int? Pages, string State, ImmutableArray<string> Recognised);

/// <summary>How far each file of a revision is, for people who follow it. Nothing is decided by it.</summary>
public sealed class FileProgress(StoragePlaces places)
{
    private const char Between = '\n';

    /// <summary>The key of a file: its revision and place in the manifest.</summary>
    public static string Key(int revision, int index) => $"{TableKeys.Revision(revision)}-{index:D4}";

    /// <summary>Notes how far a file is.</summary>
    public async Task NoteAsync(FileTask file, int pages, string state, ImmutableArray<string> recognised, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        await NoteAsync(file.Dossier, file.Progress, pages, state, recognised, cancellationToken);
    }

    /// <summary>Notes how far the file of a key is.</summary>
    public async Task NoteAsync(string dossier, string key, int pages, string state, ImmutableArray<string> recognised, CancellationToken cancellationToken)
    {
        var table = await places.TableAsync(Tables.Progress, cancellationToken);
        var row = new TableEntity(dossier, key) { ["Pages"] = pages, ["State"] = state, ["Recognised"] = string.Join(Between, recognised) };
        await table.UpsertEntityAsync(RowSchemas.Progress.Stamp(row), TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>The notes of a revision by key.</summary>
    public async Task<IReadOnlyDictionary<string, FileStage>> OfAsync(DossierId dossier, int revision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var (from, to) = ($"{TableKeys.Revision(revision)}-", $"{TableKeys.Revision(revision)}.");
        var table = await places.TableAsync(Tables.Progress, cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {dossier.ToString()} and RowKey ge {from} and RowKey lt {to}");
        var found = new Dictionary<string, FileStage>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            found[row.RowKey] = From(RowSchemas.Progress.Read(row));
        return found;
    }

    private static FileStage From(TableEntity row) => new(
        row.GetInt32("Pages") is > 0 and var pages ? pages : null, row.GetString("State") ?? "reading",
        [.. (row.GetString("Recognised") ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries)]);
}
