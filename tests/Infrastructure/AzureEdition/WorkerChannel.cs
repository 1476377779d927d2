using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace LearningSociety.Infrastructure.AzureEdition;

/// <summary>The Functions host's side of the stream that host and worker talk over; messages are written as JSON here.</summary>
internal sealed class WorkerChannel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // The messages are the worker package's own; they are not public, their description is all that is needed.
    private static readonly MessageDescriptor Messages = (MessageDescriptor)Assembly.Load("Microsoft.Azure.Functions.Worker.Grpc").GetTypes()
        .Single(type => type.Name == "StreamingMessage").GetProperty("Descriptor", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!;

    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode>> _asked = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly TaskCompletionSource<IServerStreamWriter<byte[]>> _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Asks the worker, and waits for its answer to this very request.</summary>
    public async Task<JsonNode> AskAsync(string kind, JsonObject body, string? id = null)
    {
        id ??= Guid.NewGuid().ToString();
        var answer = _asked.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        var message = JsonParser.Default.Parse(new JsonObject { ["requestId"] = id, [kind] = body }.ToJsonString(), Messages).ToByteArray();
        var worker = await _connected.Task.WaitAsync(Patience);
        await _writing.WaitAsync();
        try
        {
            await worker.WriteAsync(message);
        }
        finally
        {
            _writing.Release();
        }

        return await answer.Task.WaitAsync(Patience);
    }

    /// <summary>Serves one worker until it goes.</summary>
    public async Task ServeAsync(IAsyncStreamReader<byte[]> worker, IServerStreamWriter<byte[]> host, CancellationToken gone)
    {
        while (await worker.MoveNext(gone))
        {
            var message = JsonNode.Parse(JsonFormatter.Default.Format(Messages.Parser.ParseFrom(worker.Current)))!.AsObject();
            if (message.ContainsKey("startStream"))
                _connected.TrySetResult(host);
            else if ((string?)message["requestId"] is { } id && _asked.TryRemove(id, out var waiting))
                waiting.SetResult(message.First(part => part.Key != "requestId").Value!);
        }
    }
}

/// <summary>The service under its official name. The server looks for its one method by name, and asks once without a service what there is.</summary>
[BindServiceMethod(typeof(WorkerService), nameof(Bind))]
internal class WorkerService(WorkerChannel channel)
{
    private static readonly Marshaller<byte[]> AsItIs = Marshallers.Create(bytes => bytes, bytes => bytes);
    private static readonly Method<byte[], byte[]> Stream = new(MethodType.DuplexStreaming, "AzureFunctionsRpcMessages.FunctionRpc", nameof(EventStream), AsItIs, AsItIs);

    public static void Bind(ServiceBinderBase binder, WorkerService? service) =>
        binder.AddMethod(Stream, service is null ? null! : new DuplexStreamingServerMethod<byte[], byte[]>(service.EventStream));

    public virtual Task EventStream(IAsyncStreamReader<byte[]> worker, IServerStreamWriter<byte[]> host, ServerCallContext call) => channel.ServeAsync(worker, host, call.CancellationToken);
}
