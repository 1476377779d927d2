using System.Collections.Immutable;
using System.Net.Mail;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using LearningSociety.App.Storage;

namespace LearningSociety.App.Registers;

/// <summary>Readers in Table Storage.</summary>
public sealed class ReaderRegister(StoragePlaces places) : IReaderRegister
{
    private const string Partition = "reader";

    /// <inheritdoc/>
    public async Task<ImmutableArray<Reader>> ForAsync(string kind, string office, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<Reader>();
        await foreach (var reader in ListAsync(cancellationToken))
            if (ReaderScope.Covers(reader, kind, office))
                found.Add(reader);
        return found.ToImmutable();
    }

    /// <inheritdoc/>
    public async Task PutAsync(Reader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (!MailAddress.TryCreate(reader.Address, out _))
            throw new ArgumentException($"'{reader.Address}' is no e-mail address.", nameof(reader));
        var table = await places.TableAsync(Tables.Readers, cancellationToken);
        var key = TableKeys.Encode(reader.Address.Trim().ToLowerInvariant());
        var row = new TableEntity(Partition, key)
        {
            ["Address"] = reader.Address.Trim(), ["Name"] = reader.Name, ["Kind"] = reader.Kind, ["Place"] = reader.Place,
        };
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Reader> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = await places.TableAsync(Tables.Readers, cancellationToken);
        var rows = table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellationToken);
        await foreach (var row in rows)
            yield return new(row.GetString("Address")!, row.GetString("Name") ?? "", row.GetString("Kind") ?? "*", row.GetString("Place") ?? "*");
    }
}
