using System.Collections.Concurrent;
using System.Diagnostics;
using LearningSociety.Embedded.Durable.History;
using LearningSociety.Embedded.Durable.Store;
using LearningSociety.Embedded.Plumbing;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Durable.Engine;

/// <summary>What a session works with.</summary>
internal sealed record EngineServices(
    IFunctionCatalog Catalog,
    IFunctionInvoker Invoker,
    DataConverter Converter,
    ILoggerFactory Loggers,
    TimeProvider Time,
    DurableSettings Settings,
    InstanceStore Store,
    InstanceChanges Changes);

/// <summary>
/// The engine while this host holds the store: instances in memory, their timers and their activities. When the host
/// loses the store the session ends with all that it has in memory; the next one begins from what is stored.
/// </summary>
internal sealed class EngineSession
{
    /// <summary>Instances that nothing has reached for so long leave memory.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, InstanceActor> _actors = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenSource _noActivities = new();
    private Task _activities = Task.CompletedTask;

    public EngineSession(EngineServices services)
    {
        Services = services;
        Logger = services.Loggers.CreateLogger("DurableTask");
        Timers = new TimerQueue(services.Time);
        Slots = new SemaphoreSlim(services.Settings.MaxConcurrentOrchestrators);
        Activities = new ActivityPool(
            services.Catalog, services.Invoker, services.Converter, Logger, services.Settings.MaxConcurrentActivities,
            (job, result) => Post(job.InstanceId, new InboundMessage(result, job.ExecutionId)));
    }

    public EngineServices Services { get; }

    public ILogger Logger { get; }

    public TimerQueue Timers { get; }

    public ActivityPool Activities { get; }

    /// <summary>Bounds how many orchestrators take a step at the same time.</summary>
    public SemaphoreSlim Slots { get; }

    /// <summary>Cancelled when the session ends.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>How many instances are in memory.</summary>
    public int InMemory => _actors.Count;

    /// <summary>Sets going what is unfinished, and works until the session ends.</summary>
    public async Task RunAsync()
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(Ended, _noActivities.Token).Token;
        _activities = Activities.RunAsync(stop);
        var work = Task.WhenAll(Timers.RunAsync(Ended), _activities, SweepAsync());
        await ResumeAsync();
        await work;
    }

    /// <summary>Ends the session.</summary>
    public void End() => _ended.Cancel();

    /// <summary>Lets activities end and steps be stored, for so long at most. Activities that were cut short run again at the next start.</summary>
    public async Task QuiesceAsync(TimeSpan patience)
    {
        await _noActivities.CancelAsync();
        var until = Stopwatch.GetTimestamp();
        await Task.WhenAny(_activities, Task.Delay(patience));
        while (Stopwatch.GetElapsedTime(until) < patience && _actors.Values.Any(actor => actor.IsWorking))
            await Task.Delay(20);
    }

    /// <summary>Another host works on the store: what this one has in memory is worth nothing any more.</summary>
    public void Fence(ForeignWriteException cause)
    {
        Logger.LogError("{Message} This host lets go of its orchestrations and waits for the store to be free.", cause.Message);
        End();
    }

    /// <summary>Brings a message to an instance.</summary>
    public void Post(string instanceId, Message message)
    {
        while (!_actors.GetOrAdd(instanceId, id => new InstanceActor(id, this)).Post(message))
            Thread.Yield();
    }

    /// <summary>The actor leaves memory; messages that come later find a new one.</summary>
    public void Forget(InstanceActor actor) => _actors.TryRemove(new KeyValuePair<string, InstanceActor>(actor.InstanceId, actor));

    /// <summary>Brings an outgoing message to whom it is for, and tells the sender when it has been taken.</summary>
    public void Deliver(string sender, long number, OutboxMessage message)
    {
        // What could not be taken stays with the sender until the next start.
        void Taken(Exception? failure)
        {
            if (failure is not InstanceUnavailableException)
                Post(sender, new OutboxTakenMessage(number));
        }

        switch (message.Kind)
        {
            case OutboxKind.RunActivity:
                Activities.Enqueue(new ActivityJob(sender, message.ExecutionId!, message.TaskId, message.Name!, message.Data));
                break;
            case OutboxKind.StartSub:
                Post(message.Target, new CreateMessage(
                    message.Name!, message.Data, new ParentTask(sender, message.SenderName!, message.ExecutionId!, message.TaskId))
                {
                    Version = message.Version ?? "",
                    Tags = message.Tags?.ToDictionary(),
                    Done = Taken,
                });
                break;
            case OutboxKind.SubDone:
                var kind = message.Failure is null ? HistoryKind.SubCompleted : HistoryKind.SubFailed;
                var isFinal = message.Failure?.ErrorType == VersionRule.Mismatch;
                var answer = new HistoryEvent(kind) { TaskId = message.TaskId, Data = message.Data, Failure = message.Failure, Final = isFinal };
                Post(message.Target, new InboundMessage(answer, message.ExecutionId) { Done = Taken });
                break;
            case OutboxKind.Event:
                var raised = new HistoryEvent(HistoryKind.EventRaised) { Name = message.Name, Data = message.Data, MessageId = message.MessageId };
                Post(message.Target, new InboundMessage(raised, null) { Done = Taken });
                break;
            case OutboxKind.Terminate:
                var ended = new HistoryEvent(HistoryKind.Terminated) { Data = message.Data };
                Post(message.Target, new InboundMessage(ended, null) { Recursive = true, Done = Taken });
                break;
        }
    }

    private async Task ResumeAsync()
    {
        var count = 0;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await foreach (var head in Services.Store.Heads("Open eq true", null, Ended))
                {
                    Post(head.PartitionKey, new WakeMessage());
                    count++;
                }

                break;
            }
            catch (Exception unreachable) when (InstanceStore.IsPassing(unreachable, Ended))
            {
                Logger.LogWarning(unreachable, "The orchestration store cannot be read; trying on.");
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(5000, 200 << Math.Min(attempt, 5))), Ended);
            }
        }

        if (count > 0)
            Logger.LogInformation("Resuming {Count} unfinished orchestrations.", count);
    }

    private async Task SweepAsync()
    {
        while (!Ended.IsCancellationRequested)
        {
            await Task.Delay(Idle / 2, Ended).ContinueWith(_ => { }, TaskScheduler.Default);
            foreach (var actor in _actors.Values)
                actor.RetireIfIdle(Idle);
        }
    }
}
