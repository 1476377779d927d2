using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using LearningSociety.Embedded.Plumbing;

namespace LearningSociety.Embedded.Blobs;

/// <summary>Gives the trigger parameter the blob in the form that it takes.</summary>
internal static class BlobContent
{
    /// <summary>Opens or downloads the version found.</summary>
    /// <exception cref="RequestFailedException">404 or 412: that version is gone.</exception>
    public static async Task<object?> ReadAsync(BlobContainerClient container, BlobVersion blob, Type type, CancellationToken cancellationToken)
    {
        var condition = new BlobRequestConditions { IfMatch = new ETag(blob.ETag) };
        var client = container.GetBlobClient(blob.Name);
        if (type.IsAssignableTo(typeof(BlobBaseClient)))
        {
            await client.GetPropertiesAsync(condition, cancellationToken);
            return type == typeof(BlobClient) ? client
                : type == typeof(BlockBlobClient) ? container.GetBlockBlobClient(blob.Name)
                : container.GetBlobBaseClient(blob.Name);
        }

        if (type == typeof(Stream)) return await client.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { Conditions = condition }, cancellationToken);

        var content = await client.DownloadContentAsync(condition, cancellationToken);
        var data = content.Value.Content;
        if (type == typeof(byte[])) return data.ToArray();
        if (type == typeof(ReadOnlyMemory<byte>)) return data.ToMemory();
        return type == typeof(BinaryData) ? data : data.ToString();
    }

    /// <summary>Refuses at start what cannot be bound.</summary>
    public static void Check(FunctionDescriptor function)
    {
        var type = function.Trigger.ParameterType;
        var isClient = type == typeof(BlobClient) || type == typeof(BlockBlobClient) || type == typeof(BlobBaseClient);
        if (!isClient && (type.IsAssignableTo(typeof(BlobBaseClient)) || type.IsAssignableTo(typeof(BlobContainerClient)) || (type.IsAssignableTo(typeof(Stream)) && type != typeof(Stream))))
            throw new HostRefusedException($"Function {function.Name}: a blob cannot be given as {type.Name}. Take BlobClient, Stream, byte[], string, BinaryData or a class read from JSON.");
    }
}
