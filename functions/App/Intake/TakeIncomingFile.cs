using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Intake;

/// <summary>Runs for each file dropped into the container "incoming": {kind}/{year}/{office}/{file}.</summary>
public sealed class TakeIncomingFile(IncomingFiles incoming)
{
    /// <summary>Runs for a blob.</summary>
    [Function(nameof(TakeIncomingFile))]
    public Task RunAsync([BlobTrigger("incoming/{name}", Connection = "DataStorage", Source = BlobTriggerSource.EventGrid)] BlobClient blob, string name, CancellationToken cancellationToken) =>
        incoming.TakeAsync(name, cancellationToken);
}
