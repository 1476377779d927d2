using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;

namespace LearningSociety.Embedded.Blobs;

/// <summary>
/// Records the blobs that a function failed on too often, in a container named like the real host's poison queue and
/// with the fields of its messages.
/// </summary>
internal sealed class PoisonRecords(string connectionString)
{
    public const string Container = "webjobs-blobtrigger-poison";

    private readonly BlobContainerClient _container = new(connectionString, Container);

    /// <summary>Writes the record and gives its name; writing it twice changes nothing.</summary>
    public async Task<string> AddAsync(string functionName, string container, BlobVersion blob, Exception failure, DateTimeOffset time, CancellationToken cancellationToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{container}/{blob.Name}/{blob.ETag}")))[..32];
        var name = $"{functionName}/{key}.json";
        var record = new
        {
            Type = "BlobTrigger",
            FunctionId = $"Host.Functions.{functionName}",
            BlobType = "BlockBlob",
            ContainerName = container,
            BlobName = blob.Name,
            blob.ETag,
            Error = failure.Message,
            Time = time,
        };
        await _container.GetBlobClient(name).UploadAsync(BinaryData.FromObjectAsJson(record), overwrite: true, cancellationToken);
        return name;
    }
}
