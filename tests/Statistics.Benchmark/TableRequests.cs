using System.Diagnostics.Metrics;

namespace LearningSociety.Statistics.Benchmark;

/// <summary>Counts the requests of this process to the table service: what a question takes of it, whatever else the machine does.</summary>
internal sealed class TableRequests : IDisposable
{
    private readonly MeterListener listener = new();
    private long count;

    public TableRequests(int port)
    {
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" }) to.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            foreach (var tag in tags)
                if (tag is { Key: "server.port", Value: int to } && to == port) Interlocked.Increment(ref count);
        });
        listener.Start();
    }

    /// <summary>How many there were so far.</summary>
    public long Count => Interlocked.Read(ref count);

    public void Dispose() => listener.Dispose();
}
