using System.Threading.Channels;
using LearningSociety.Embedded.Durable.History;
using LearningSociety.Embedded.Durable.Replay;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Durable.Engine;

/// <summary>An activity to run.</summary>
internal sealed record ActivityJob(string InstanceId, string ExecutionId, int TaskId, string Name, string? Input);

/// <summary>Runs activities, so many at a time and in the order in which they came.</summary>
internal sealed class ActivityPool(
    IFunctionCatalog catalog, IFunctionInvoker invoker, DataConverter converter, ILogger logger, int workers, Action<ActivityJob, HistoryEvent> answer)
{
    private readonly Channel<ActivityJob> _jobs = Channel.CreateUnbounded<ActivityJob>();

    public void Enqueue(ActivityJob job) => _jobs.Writer.TryWrite(job);

    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() => WorkAsync(cancellationToken), CancellationToken.None)));

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var job in _jobs.Reader.ReadAllAsync(cancellationToken))
            {
                var result = await RunAsync(job, cancellationToken);
                // An activity that was cut short by the host's end is run again at the next start.
                if (result is not null)
                    answer(job, result);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private async Task<HistoryEvent?> RunAsync(ActivityJob job, CancellationToken cancellationToken)
    {
        if (!catalog.Functions.TryGetValue(job.Name, out var function) || function.TriggerAttribute is not ActivityTriggerAttribute)
        {
            var missing = new TaskFailureDetails(
                typeof(InvalidOperationException).FullName!,
                $"The function '{job.Name}' doesn't exist, is disabled, or is not an activity function.",
                null, null, null);
            return new HistoryEvent(HistoryKind.TaskFailed) { TaskId = job.TaskId, Failure = missing, Final = true };
        }

        try
        {
            var input = converter.Deserialize(job.Input, function.Trigger.ParameterType);
            var output = await invoker.InvokeAsync(function, input, null, cancellationToken);
            var data = PayloadLimit.Check(converter.Serialize(output), $"the result of activity '{job.Name}'");
            return new HistoryEvent(HistoryKind.TaskCompleted) { TaskId = job.TaskId, Data = data };
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "Activity {Activity} (#{TaskId}) of orchestration {InstanceId} failed.", job.Name, job.TaskId, job.InstanceId);
            return new HistoryEvent(HistoryKind.TaskFailed) { TaskId = job.TaskId, Failure = TaskFailureDetails.FromException(exception) };
        }
    }
}
