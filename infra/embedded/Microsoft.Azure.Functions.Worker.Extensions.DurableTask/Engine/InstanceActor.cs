using System.Diagnostics;
using LearningSociety.Embedded.Durable.History;
using LearningSociety.Embedded.Durable.Store;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Durable.Engine;

/// <summary>One instance in memory: takes its messages one after the other, and many of them in one step.</summary>
internal sealed partial class InstanceActor(string instanceId, EngineSession session)
{
    private readonly Queue<Message> _mailbox = new();
    private readonly Lock _gate = new();
    private bool _working;
    private bool _retired;
    private long _lastWorked = Stopwatch.GetTimestamp();

    private bool _loaded;
    private StoredInstance? _instance;
    private PendingWork _pending = new();

    public string InstanceId => instanceId;

    /// <summary>Whether it has messages to deal with.</summary>
    public bool IsWorking
    {
        get
        {
            lock (_gate)
                return _working;
        }
    }

    private EngineServices Services => session.Services;

    /// <summary>Takes a message; false when the actor has left memory and another one must.</summary>
    public bool Post(Message message)
    {
        lock (_gate)
        {
            if (_retired)
                return false;
            _mailbox.Enqueue(message);
            if (_working)
                return true;
            _working = true;
        }

        _ = Task.Run(WorkAsync);
        return true;
    }

    /// <summary>Leaves memory when nothing has come for a while and nothing here would be missed.</summary>
    public void RetireIfIdle(TimeSpan idle)
    {
        lock (_gate)
        {
            if (_working || _retired || Stopwatch.GetElapsedTime(_lastWorked) < idle || !CanLeave)
                return;
        }

        // One last turn takes away rows that nobody needs; the actor goes after it.
        Post(new WakeMessage());
    }

    private bool CanLeave => _instance is null || (_pending.Activities.Count == 0 && _instance.Outbox.Count == 0);

    private async Task WorkAsync()
    {
        try
        {
            await session.Slots.WaitAsync(session.Ended);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        List<Message> current = [];
        try
        {
            await EnsureLoadedAsync();
            while (TakeAll() is { } messages)
            {
                current = messages;
                await HandleAsync(messages);
            }
        }
        catch (OperationCanceledException) when (session.Ended.IsCancellationRequested)
        {
        }
        catch (ForeignWriteException foreign)
        {
            session.Fence(foreign);
        }
        catch (Exception unexpected)
        {
            // Going on from here could lose what was stored; the next message begins from the store again.
            session.Logger.LogError(unexpected, "Orchestration {InstanceId} could not go on.", instanceId);
            Leave(new InstanceUnavailableException(instanceId, unexpected), current);
        }
        finally
        {
            session.Slots.Release();
        }
    }

    private List<Message>? TakeAll()
    {
        lock (_gate)
        {
            if (_mailbox.Count > 0)
            {
                var messages = _mailbox.ToList();
                _mailbox.Clear();
                return messages;
            }

            _working = false;
            var idle = Stopwatch.GetElapsedTime(_lastWorked);
            _lastWorked = Stopwatch.GetTimestamp();
            var nothingLeft = _instance is null || !_instance.Head.Open;
            if (nothingLeft || (CanLeave && idle > EngineSession.Idle && _instance!.Garbage.Count == 0))
            {
                _retired = true;
                session.Forget(this);
            }

            return null;
        }
    }

    private void Leave(InstanceUnavailableException cause, List<Message> left)
    {
        lock (_gate)
        {
            _retired = true;
            _working = false;
            left = [.. left, .. _mailbox];
            _mailbox.Clear();
        }

        session.Forget(this);
        foreach (var message in left)
            message.Done?.Invoke(cause);
    }

    private async Task EnsureLoadedAsync()
    {
        if (_loaded)
            return;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                _instance = await Services.Store.LoadAsync(instanceId, session.Ended);
                break;
            }
            catch (Exception unreachable) when (unreachable is not InvalidDataException && InstanceStore.IsPassing(unreachable, session.Ended))
            {
                session.Logger.LogWarning(unreachable, "The orchestration store cannot be read; trying on.");
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(5000, 200 << Math.Min(attempt, 5))), session.Ended);
            }
        }

        _loaded = true;
        Begin();
        if (_instance is not null)
            Resume(_instance);
    }

    // What the instance waits for is read off its history; anything asked for and not answered is asked for again.
    private void Resume(StoredInstance instance)
    {
        if (IsLeftAlone)
        {
            SayLeftAlone();
        }
        else if (!instance.Head.Finished)
        {
            foreach (var activity in _pending.Activities.Values)
                session.Activities.Enqueue(new ActivityJob(instanceId, instance.Head.ExecutionId, activity.TaskId, activity.Name!, activity.Data));
            foreach (var timer in _pending.Timers.Values)
                SetTimer(timer);
            if (!_pending.Started)
                SetStart(instance.Head);
        }

        foreach (var (number, message) in instance.Outbox)
            session.Deliver(instanceId, number, message);
    }

    // The execution that the actor now has in memory: what its history has left open.
    private void Begin()
    {
        _pending = new PendingWork();
        _cancelledTimers.Clear();
        foreach (var episode in _instance?.Episodes ?? [])
            _pending.Apply(episode);
        _pending.SeenMessages.UnionWith(_instance?.Carried?.SeenMessages ?? []);
    }

    private void SetTimer(HistoryEvent timer)
    {
        var execution = _instance!.Head.ExecutionId;
        var fired = new HistoryEvent(HistoryKind.TimerFired) { TaskId = timer.TaskId, FireAt = timer.FireAt };
        session.Timers.Add(timer.FireAt!.Value, () => session.Post(instanceId, new InboundMessage(fired, execution)));
    }

    private void SetStart(InstanceHead head)
    {
        if (head.StartAt is { } at && at > Services.Time.GetUtcNow())
            session.Timers.Add(at, () => session.Post(instanceId, new WakeMessage()));
    }
}
