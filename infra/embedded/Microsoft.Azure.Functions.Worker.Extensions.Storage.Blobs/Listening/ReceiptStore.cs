using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using LearningSociety.Embedded.Plumbing;

namespace LearningSociety.Embedded.Blobs;

/// <summary>What became of a blob version: delivered, given up, or how often it failed.</summary>
internal sealed record Receipt(bool Completed, int Failures)
{
    public static readonly Receipt None = new(false, 0);
}

/// <summary>
/// Keeps a receipt per function, blob and ETag where the real host keeps them, so that a restart delivers nothing
/// again that was delivered.
/// </summary>
internal sealed class ReceiptStore(string connectionString, string hostId, string functionName, string container)
{
    private const string CompletedKey = "Completed";
    private const string FailuresKey = "Failures";

    private readonly BlobContainerClient _hosts = new(connectionString, HostStorage.Container);

    public async Task<Receipt> ReadAsync(BlobVersion blob, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties properties = await _hosts.GetBlobClient(PathOf(blob)).GetPropertiesAsync(cancellationToken: cancellationToken);
            var failures = properties.Metadata.TryGetValue(FailuresKey, out var text) && int.TryParse(text, CultureInfo.InvariantCulture, out var count) ? count : 0;
            return new Receipt(properties.Metadata.ContainsKey(CompletedKey), failures);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return Receipt.None;
        }
    }

    public async Task WriteAsync(BlobVersion blob, Receipt receipt, CancellationToken cancellationToken)
    {
        var metadata = new Dictionary<string, string> { [FailuresKey] = receipt.Failures.ToString(CultureInfo.InvariantCulture) };
        if (receipt.Completed) metadata[CompletedKey] = "true";
        try
        {
            await UploadAsync();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            await _hosts.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await UploadAsync();
        }

        Task UploadAsync() => _hosts.GetBlobClient(PathOf(blob))
            .UploadAsync(BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty), new BlobUploadOptions { Metadata = metadata }, cancellationToken);
    }

    /// <summary>Removes the receipt of a version that is gone: its ETag never comes back.</summary>
    public Task DeleteAsync(BlobVersion blob, CancellationToken cancellationToken) =>
        _hosts.GetBlobClient(PathOf(blob)).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private string PathOf(BlobVersion blob) => $"blobreceipts/{hostId}/Host.Functions.{functionName}/\"{blob.ETag}\"/{container}/{blob.Name}";
}
