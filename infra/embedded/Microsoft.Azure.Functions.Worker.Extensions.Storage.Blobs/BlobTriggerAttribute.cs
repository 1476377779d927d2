using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>How the host learns of new blobs.</summary>
public enum BlobTriggerSource
{
    /// <summary>By looking at the container and at the storage's logs.</summary>
    LogsAndContainerScan,

    /// <summary>By events that Event Grid sends.</summary>
    EventGrid,
}

/// <summary>Starts the function for each new or changed blob.</summary>
/// <param name="blobPath">container/name, where {tokens} stand for any text and become binding data.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : TriggerBindingAttribute
{
    /// <summary>The path.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>The setting that holds the connection string; null for AzureWebJobsStorage.</summary>
    public string? Connection { get; set; }

    /// <summary>How the host learns of new blobs.</summary>
    public BlobTriggerSource Source { get; set; } = BlobTriggerSource.LogsAndContainerScan;
}
