using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.Embedded.Timers;

/// <summary>Keeps the occurrences of a monitored timer where the real host keeps them, so that one missed is noticed.</summary>
internal sealed class TimerStatusStore(string connectionString, string hostId, string functionName)
{
    private readonly BlobContainerClient _container = new(connectionString, HostStorage.Container);
    private readonly string _blob = $"timers/{hostId}/Host.Functions.{functionName}/status";

    public async Task<ScheduleStatus?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var content = await _container.GetBlobClient(_blob).DownloadContentAsync(cancellationToken);
            return content.Value.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
        catch (JsonException)
        {
            // A record that cannot be read is as good as none: the schedule goes on from now.
            return null;
        }
    }

    public async Task WriteAsync(ScheduleStatus status, CancellationToken cancellationToken)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await _container.GetBlobClient(_blob).UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true, cancellationToken);
    }
}
