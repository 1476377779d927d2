using LearningSociety.Embedded.Durable.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Durable.Replay;

/// <summary>
/// Runs an orchestrator over its history and on into what is new. All of its code runs on the calling thread: durable
/// tasks complete there, one at a time, and their continuations run before the next one completes.
/// </summary>
internal sealed class OrchestrationReplay
{
    private readonly ExecutionIdentity _identity;
    private readonly Func<ReplayContext, Task<object?>> _invoke;
    private readonly DataConverter _converter;
    private readonly ReplayContext _context;
    private readonly Queue<HistoryEvent> _whileSuspended = new();
    private readonly List<HistoryEvent> _leftOver = [];
    private Task<object?>? _running;
    private int _completedOn;
    private bool _suspended;
    private Ending? _ending;
    private string? _data;
    private TaskFailureDetails? _failure;

    /// <summary>Prepares a replay.</summary>
    /// <param name="identity">Who the execution is.</param>
    /// <param name="converter">Reads and writes payloads.</param>
    /// <param name="loggers">The host's loggers.</param>
    /// <param name="invoke">Calls the orchestrator function.</param>
    /// <param name="illegalAwait">Called when the orchestrator comes back, at whatever time, from something that is not a durable task.</param>
    public OrchestrationReplay(
        ExecutionIdentity identity, DataConverter converter, ILoggerFactory loggers, Func<ReplayContext, Task<object?>> invoke, Action illegalAwait)
    {
        (_identity, _converter, _invoke) = (identity, converter, invoke);
        _context = new ReplayContext(identity, converter, loggers) { OnIllegalAccess = illegalAwait };
    }

    /// <summary>Replays what is past and takes in what is new.</summary>
    public StepOutcome Run(IReadOnlyList<Episode> past, DateTime now, IReadOnlyList<HistoryEvent> inbound)
    {
        foreach (var episode in past)
        {
            RunEpisode(episode.At, episode.Inbound, episode.Outbound);
            if (_ending is not null && _context.Broken is null)
                Fail(new DurableTask.Core.Exceptions.NonDeterministicOrchestrationException(
                    $"The orchestrator '{_identity.Name}' is not deterministic: replayed, it ended where its history goes on. Was its code changed while the instance was running?"));
            if (_ending is not null)
                return Outcome();
        }

        RunEpisode(now, inbound, null);
        if (_ending is null && _running is { IsCompleted: false } && !_suspended && !_context.Waits)
            Fail(IllegalAwait.Of(_identity.Name));
        return Outcome();
    }

    private StepOutcome Outcome()
    {
        _context.Close();
        if (_running is { IsCompleted: false } && _ending is null)
            _running.ContinueWith(_ => _context.OnIllegalAccess?.Invoke(), TaskScheduler.Default);
        var nextRun = _ending == Ending.ContinuedAsNew ? _context.NextRun : null;
        IEnumerable<HistoryEvent> kept = nextRun is { PreserveEvents: true }
            ? _context.KeptEvents.Select(e => new HistoryEvent(HistoryKind.EventRaised) { Name = e.Name, Data = e.Data })
            : [];
        return new StepOutcome
        {
            Actions = _context.Actions,
            Ending = _ending,
            Data = nextRun is { } next ? next.Input : _data,
            Failure = _failure,
            CustomStatus = _context.CustomStatus,
            SetsCustomStatus = _context.SetsCustomStatus,
            Suspended = _suspended,
            CancelledTimers = _context.CancelledTimers,
            Carried = nextRun is null ? [] : [.. kept, .. _leftOver],
            NewVersion = nextRun?.Version,
        };
    }

    private void RunEpisode(DateTime at, IReadOnlyList<HistoryEvent> inbound, IReadOnlyList<HistoryEvent>? recorded)
    {
        _context.Begin(at, recorded);
        foreach (var e in inbound)
            Take(e);
        if (_ending is null || _context.Broken is null)
            _context.End();
        if (_context.Broken is { } broken)
            Fail(broken);
    }

    private void Take(HistoryEvent e)
    {
        if (_ending is not null)
        {
            // What reaches an execution that has just ended is for the next run, unless it answers this one.
            if (e.Kind is HistoryKind.EventRaised or HistoryKind.Suspended or HistoryKind.Resumed or HistoryKind.Terminated)
                _leftOver.Add(e);
            return;
        }

        switch (e.Kind)
        {
            case HistoryKind.Terminated:
                (_ending, _data) = (Ending.Terminated, e.Data);
                break;
            case HistoryKind.Broken:
                (_ending, _failure) = (Ending.Failed, e.Failure);
                break;
            case HistoryKind.Suspended:
                _suspended = true;
                break;
            case HistoryKind.Resumed:
                _suspended = false;
                while (!_suspended && _whileSuspended.TryDequeue(out var waiting))
                    Take(waiting);
                break;
            default:
                if (_suspended)
                    _whileSuspended.Enqueue(e);
                else
                    Process(e);
                break;
        }
    }

    private void Process(HistoryEvent e)
    {
        if (e.Kind == HistoryKind.ExecutionStarted)
        {
            _running = Start();
            _running.ContinueWith(
                _ => _completedOn = Environment.CurrentManagedThreadId,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
        else
        {
            _context.Deliver(e);
        }

        if (_context.Broken is { } broken)
            Fail(broken);
        else if (_running is { IsCompleted: true })
            Finish(_running);
    }

    private Task<object?> Start()
    {
        try
        {
            return _invoke(_context);
        }
        catch (Exception exception)
        {
            return Task.FromException<object?>(exception);
        }
    }

    private void Finish(Task<object?> finished)
    {
        if (_completedOn != Environment.CurrentManagedThreadId)
        {
            Fail(IllegalAwait.Of(_identity.Name));
            return;
        }

        try
        {
            var output = finished.GetAwaiter().GetResult();
            _ending = _context.NextRun is null ? Ending.Completed : Ending.ContinuedAsNew;
            _data = _context.NextRun is null ? PayloadLimit.Check(_converter.Serialize(output), $"the output of '{_identity.Name}'") : null;
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    private void Fail(Exception exception) => (_ending, _data, _failure) = (Ending.Failed, null, TaskFailureDetails.FromException(exception));
}
