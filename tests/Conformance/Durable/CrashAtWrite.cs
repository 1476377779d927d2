using Azure.Core;
using Azure.Core.Pipeline;

namespace LearningSociety.Conformance.Tests.Durable;

/// <summary>
/// Cuts the way to the store at the n-th transaction, before it is sent or after it took effect. From then on nothing
/// gets through any more, as for a process that is gone.
/// </summary>
internal sealed class CrashAtWrite(int number, bool afterEffect) : HttpPipelinePolicy
{
    private readonly TaskCompletionSource _crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _writes;

    public Task Crashed => _crashed.Task;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (Crashed.IsCompleted)
            throw new IOException("The way to the store is cut.");
        var isTransaction = message.Request.Uri.ToUri().AbsolutePath.EndsWith("$batch", StringComparison.Ordinal);
        if (!isTransaction || Interlocked.Increment(ref _writes) < number)
        {
            await ProcessNextAsync(message, pipeline);
            return;
        }

        if (afterEffect)
            await ProcessNextAsync(message, pipeline);
        _crashed.TrySetResult();
        throw new IOException("The way to the store was cut.");
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The engine is asynchronous throughout.");
}
