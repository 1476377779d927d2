using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Dossiers;

namespace LearningSociety.App.Intake;

/// <summary>A file taken down to be looked at before it is stored.</summary>
/// <param name="Content">Its bytes, at the beginning.</param>
/// <param name="Bytes">Its size; more than the limit when it was too large, and then the content is cut off.</param>
/// <param name="Sha256">SHA-256 in lower-case hex.</param>
public sealed record IncomingFile(Stream Content, long Bytes, string Sha256) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}

/// <summary>Files as they were handed in: {dossier}/{sha256}/{name}. The hash in the path keeps them from being overwritten.</summary>
public sealed class OriginalStore(StoragePlaces places)
{
    /// <summary>Takes a stream down into a temporary file while hashing it; stops after one byte more than allowed.</summary>
    public static async Task<IncomingFile> ReceiveAsync(Stream content, long most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"received-{Guid.NewGuid():n}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[81920];
            long total = 0;
            for (int read; total <= most && (read = await content.ReadAsync(buffer, cancellationToken)) > 0; total += read)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            file.Position = 0;
            return new(file, total, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stores a file, unless the same is there; gives its path.</summary>
    public async Task<string> StoreAsync(DossierId dossier, string name, IncomingFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var path = $"{dossier}/{file.Sha256}/{FileName.ForPath(name)}";
        var blob = (await places.ContainerAsync(Containers.Originals, cancellationToken)).GetBlobClient(path);
        file.Content.Position = 0;
        try
        {
            var options = JsonBlobs.Once("application/pdf");
            options.Metadata = new Dictionary<string, string> { ["name"] = Uri.EscapeDataString(name) };
            await blob.UploadAsync(file.Content, options, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            // The same bytes are there already.
        }

        return path;
    }

    /// <summary>Opens an original; null when it is gone (a secret document).</summary>
    public async Task<Stream?> OpenAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await (await places.ContainerAsync(Containers.Originals, cancellationToken)).GetBlobClient(path).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }

    /// <summary>An original's bytes; null when it is gone.</summary>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var download = await (await places.ContainerAsync(Containers.Originals, cancellationToken)).GetBlobClient(path).DownloadContentAsync(cancellationToken);
            return download.Value.Content.ToArray();
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Deletes an original with its earlier versions: only for what must not be kept.</summary>
    public async Task DeleteAsync(string path, CancellationToken cancellationToken) =>
        await (await places.ContainerAsync(Containers.Originals, cancellationToken)).GetBlobClient(path).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
}
