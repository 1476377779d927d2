using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace LearningSociety.App.Storage;

/// <summary>Containers and tables by name. Each is made on first need, so that no function depends on the order of start.</summary>
public sealed class StoragePlaces(BlobServiceClient blobs, TableServiceClient tables)
{
    private readonly Lock gate = new();
    private Task? prepared;

    /// <summary>A container of <see cref="Containers"/>.</summary>
    public async Task<BlobContainerClient> ContainerAsync(string name, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return blobs.GetBlobContainerClient(name);
    }

    /// <summary>A table of <see cref="Tables"/>.</summary>
    public async Task<TableClient> TableAsync(string name, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return tables.GetTableClient(name);
    }

    /// <summary>Makes containers and tables that are not there; once a process, again only after a failure.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (prepared is null || prepared.IsFaulted || prepared.IsCanceled)
                prepared = MakeAsync();
            return prepared.WaitAsync(cancellationToken);
        }
    }

    private async Task MakeAsync()
    {
        foreach (var container in Containers.All)
            await blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync();
        foreach (var table in Tables.All)
            await tables.GetTableClient(table).CreateIfNotExistsAsync();
    }
}
