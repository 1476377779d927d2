using System.Text;
using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.Conformance.Triggers.Blobs;

public sealed class ArrivalFunctions(Journal journal)
{
    [Function("Arrival")]
    public async Task Run([BlobTrigger("%Incoming%/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, string name, FunctionContext context, CancellationToken cancellationToken)
    {
        var content = await blob.DownloadContentAsync(cancellationToken);
        journal.Add($"{name}: {content.Value.Content}");
        if (context.BindingContext.BindingData["BlobTrigger"] as string != $"{blob.BlobContainerName}/{name}") journal.Add("wrong path");
    }
}

public sealed class ShapeFunctions(Journal journal)
{
    [Function("AsText")]
    public void Text([BlobTrigger("%Incoming%/text/{file}")] string content, string file) => journal.Add($"text {file} {content}");

    [Function("AsBytes")]
    public void Bytes([BlobTrigger("%Incoming%/bytes/{file}")] byte[] content) => journal.Add($"bytes {Encoding.UTF8.GetString(content)}");

    [Function("AsStream")]
    public async Task Stream([BlobTrigger("%Incoming%/stream/{file}")] Stream content)
    {
        using var reader = new StreamReader(content);
        journal.Add($"stream {await reader.ReadToEndAsync()}");
    }

    [Function("AsMemory")]
    public void Memory([BlobTrigger("%Incoming%/memory/{file}")] ReadOnlyMemory<byte> content) => journal.Add($"memory {Encoding.UTF8.GetString(content.Span)}");

    [Function("AsData")]
    public void Data([BlobTrigger("%Incoming%/data/{file}")] BinaryData content) => journal.Add($"data {content}");

    [Function("AsObject")]
    public void Object([BlobTrigger("%Incoming%/object/{file}.json")] Note content) => journal.Add($"object {content}");
}

public sealed record Note(string Text);

public sealed class FailingFunctions(Journal journal)
{
    [Function("Failing")]
    public void Run([BlobTrigger("%Incoming%/{name}")] string content, string name, FunctionContext context)
    {
        journal.Add($"{name} {context.RetryContext.RetryCount} of {context.RetryContext.MaxRetryCount}");
        if (name.StartsWith("bad") || (name.StartsWith("twice") && context.RetryContext.RetryCount < 2)) throw new InvalidDataException("not a dossier");
    }
}

public sealed class TakingFunctions(Journal journal)
{
    private static int _running;

    [Function("Taking")]
    public async Task Run([BlobTrigger("%Incoming%/{name}")] BlobClient blob, string name)
    {
        var now = Interlocked.Increment(ref _running);
        await Task.Delay(30);
        await blob.DeleteAsync();
        Interlocked.Decrement(ref _running);
        journal.Add($"{now} {name}");
    }
}

public sealed class HangingFunctions(Journal journal)
{
    [Function("Hanging")]
    public async Task Run([BlobTrigger("%Incoming%/{name}")] string content, string name, CancellationToken cancellationToken)
    {
        journal.Add(name);
        if (content == "first time") await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
