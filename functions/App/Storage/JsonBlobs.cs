using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace LearningSociety.App.Storage;

/// <summary>Values as JSON blobs.</summary>
public sealed class JsonBlobs(StoragePlaces places)
{
    private const int Attempts = 20;
    private static readonly JsonSerializerOptions Compact = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a value; default when there is no such blob.</summary>
    public async Task<T?> ReadAsync<T>(string container, string name, CancellationToken cancellationToken)
    {
        var bytes = await ReadBytesAsync(container, name, cancellationToken);
        return bytes is null ? default : JsonSerializer.Deserialize<T>(bytes, Compact);
    }

    /// <summary>Reads bytes; null when there is no such blob.</summary>
    public async Task<byte[]?> ReadBytesAsync(string container, string name, CancellationToken cancellationToken)
    {
        var (bytes, _) = await ReadDatedAsync(container, name, cancellationToken);
        return bytes.Length == 0 ? null : bytes;
    }

    /// <summary>Reads bytes with the time at which they were written; no bytes when there is no such blob.</summary>
    public async Task<(byte[] Bytes, DateTimeOffset WrittenAt)> ReadDatedAsync(string container, string name, CancellationToken cancellationToken)
    {
        try
        {
            var download = (await (await places.ContainerAsync(container, cancellationToken)).GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value;
            return (download.Content.ToArray(), download.Details.LastModified);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return ([], DateTimeOffset.UnixEpoch);
        }
    }

    /// <summary>True when there is such a blob.</summary>
    public async Task<bool> ExistsAsync(string container, string name, CancellationToken cancellationToken) =>
        await (await places.ContainerAsync(container, cancellationToken)).GetBlobClient(name).ExistsAsync(cancellationToken);

    /// <summary>Writes a value, in place of what was there.</summary>
    public async Task WriteAsync<T>(string container, string name, T value, CancellationToken cancellationToken)
    {
        var blob = (await places.ContainerAsync(container, cancellationToken)).GetBlobClient(name);
        await blob.UploadAsync(BinaryData.FromObjectAsJson(value, Compact), overwrite: true, cancellationToken);
    }

    /// <summary>Makes a value of the one that is there, default when none is, and writes it in its place; begins anew when somebody else wrote meanwhile.</summary>
    public async Task<T> ChangeAsync<T>(string container, string name, Func<T?, T> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var blob = (await places.ContainerAsync(container, cancellationToken)).GetBlobClient(name);
        for (var attempt = 1; ; attempt++)
        {
            var (before, guard) = await ReadGuardedAsync<T>(blob, cancellationToken);
            var after = change(before);
            try
            {
                await blob.UploadAsync(BinaryData.FromObjectAsJson(after, Compact), new BlobUploadOptions { Conditions = guard }, cancellationToken);
                return after;
            }
            catch (RequestFailedException fault) when (fault.Status is 409 or 412 && attempt < Attempts)
            {
                await Task.Delay(Random.Shared.Next(5, 20 * attempt), cancellationToken);
            }
        }
    }

    /// <summary>Removes a blob; one that is not there stays away.</summary>
    public async Task DeleteAsync(string container, string name, CancellationToken cancellationToken) =>
        await (await places.ContainerAsync(container, cancellationToken)).GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private static async Task<(T? Value, BlobRequestConditions Guard)> ReadGuardedAsync<T>(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            var download = (await blob.DownloadContentAsync(cancellationToken)).Value;
            return (JsonSerializer.Deserialize<T>(download.Content, Compact), new() { IfMatch = download.Details.ETag });
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return (default, new() { IfNoneMatch = ETag.All });
        }
    }

    /// <summary>Writes a value where none is; otherwise gives the one that is there.</summary>
    public async Task<T> WriteOnceAsync<T>(string container, string name, T value, CancellationToken cancellationToken)
    {
        await WriteBytesOnceAsync(container, name, JsonSerializer.SerializeToUtf8Bytes(value, Compact), "application/json", cancellationToken);
        return (await ReadAsync<T>(container, name, cancellationToken))!;
    }

    /// <summary>Writes bytes where none are; false when some are there already.</summary>
    public async Task<bool> WriteBytesOnceAsync(string container, string name, byte[] bytes, string contentType, CancellationToken cancellationToken)
    {
        var blob = (await places.ContainerAsync(container, cancellationToken)).GetBlobClient(name);
        try
        {
            await blob.UploadAsync(new MemoryStream(bytes), Once(contentType), cancellationToken);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Options that write only where nothing is.</summary>
    public static BlobUploadOptions Once(string contentType) => new()
    {
        HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
        Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
    };
}
