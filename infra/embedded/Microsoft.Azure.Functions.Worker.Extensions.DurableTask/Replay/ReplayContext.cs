using System.Globalization;
using DurableTask.Core.Exceptions;
using LearningSociety.Embedded.Durable.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Durable.Replay;

/// <summary>Who an execution is, as its orchestrator may know it.</summary>
internal sealed record ExecutionIdentity(
    string InstanceId, string ExecutionId, string Name, string Version, string? Input, ParentOrchestrationInstance? Parent);

/// <summary>The context of one replay. It serves one thread at a time and ends with the replay.</summary>
internal sealed partial class ReplayContext(ExecutionIdentity identity, DataConverter converter, ILoggerFactory loggers) : TaskOrchestrationContext
{
    // As documented for Durable Functions: 16 KiB of JSON in UTF-16.
    private const int LongestCustomStatus = 8 * 1024;

    private readonly ExternalEvents _events = new(converter);
    private readonly List<ScheduledAction> _actions = [];
    private readonly Queue<HistoryEvent> _expected = new();
    private DateTime _now;
    private bool _replaying;
    private bool _open;
    private int _thread;
    private int _taskCount;
    private int _guidCount;

    /// <summary>Called when the orchestrator comes back from something that is not a durable task.</summary>
    public Action? OnIllegalAccess { get; set; }

    public override TaskName Name => identity.Name;

    public override string InstanceId => identity.InstanceId;

    public override string Version => identity.Version;

    public override ParentOrchestrationInstance? Parent => identity.Parent;

    public override bool IsReplaying => _replaying;

    public override DateTime CurrentUtcDateTime
    {
        get
        {
            EnsureLegal();
            return _now;
        }
    }

    /// <summary>Why the replay does not fit the history; null while it does.</summary>
    public Exception? Broken { get; private set; }

    /// <summary>What was newly asked for.</summary>
    public IReadOnlyList<ScheduledAction> Actions => _actions;

    /// <summary>Timers that were cancelled.</summary>
    public HashSet<int> CancelledTimers { get; } = [];

    /// <summary>The custom status as JSON.</summary>
    public string? CustomStatus { get; private set; }

    /// <summary>Whether it was set.</summary>
    public bool SetsCustomStatus { get; private set; }

    /// <summary>The next run, when there is to be one.</summary>
    public (string? Input, bool PreserveEvents, string? Version)? NextRun { get; private set; }

    /// <summary>Events that nobody has waited for.</summary>
    public IReadOnlyList<(string Name, string? Data)> KeptEvents => _events.Kept;

    /// <summary>Whether a durable task is open that could wake the orchestrator.</summary>
    public bool Waits => _waiting.Count > 0 || _events.Open > 0;

    protected override ILoggerFactory LoggerFactory => loggers;

    public override T? GetInput<T>()
        where T : default => converter.Deserialize<T>(identity.Input);

    public override void SetCustomStatus(object? customStatus)
    {
        EnsureLegal();
        var json = converter.Serialize(customStatus);
        CustomStatus = json is not { Length: > LongestCustomStatus }
            ? json
            : throw new ArgumentException($"The custom status is {json.Length} characters of JSON; at most {LongestCustomStatus} (16 KiB) are allowed.", nameof(customStatus));
        SetsCustomStatus = true;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        EnsureLegal();
        NextRun = (PayloadLimit.Check(converter.Serialize(options.NewInput), "the input of the next run"), options.PreserveUnprocessedEvents, options.NewVersion);
    }

    public override Guid NewGuid() => DeterministicGuid.Of(string.Create(
        CultureInfo.InvariantCulture, $"{InstanceId}_{identity.ExecutionId}_{CurrentUtcDateTime:O}_{_guidCount++}"));

    /// <summary>Begins an episode: what the orchestrator asks for in it must be what the history has, if it is past.</summary>
    public void Begin(DateTime at, IReadOnlyList<HistoryEvent>? recorded)
    {
        _open = true;
        _thread = Environment.CurrentManagedThreadId;
        _now = at;
        _replaying = recorded is not null;
        foreach (var action in recorded ?? [])
            _expected.Enqueue(action);
    }

    /// <summary>Ends an episode.</summary>
    public void End()
    {
        if (_expected.TryDequeue(out var missing))
            Break($"its history has {Describe(missing)}, which the code no longer asks for at that point");
        _expected.Clear();
    }

    /// <summary>From here on the orchestrator is not to be heard of again.</summary>
    public void Close() => _open = false;

    private HistoryEvent Record(HistoryEvent asked, string? data = null, string? version = null, IDictionary<string, string>? tags = null)
    {
        EnsureLegal();
        asked = asked with { TaskId = _taskCount++ };
        if (!_replaying)
        {
            _actions.Add(new ScheduledAction(asked, data, version, tags));
            return asked;
        }

        if (!_expected.TryDequeue(out var recorded))
            throw Break($"it asks for {Describe(asked)}, which its history does not have at that point");
        if (recorded.Kind != asked.Kind || recorded.TaskId != asked.TaskId || recorded.InstanceId != asked.InstanceId
            || !string.Equals(recorded.Name, asked.Name, StringComparison.OrdinalIgnoreCase))
            throw Break($"it asks for {Describe(asked)}, where its history has {Describe(recorded)}");
        return recorded;
    }

    private NonDeterministicOrchestrationException Break(string difference)
    {
        var exception = new NonDeterministicOrchestrationException(
            $"The orchestrator '{identity.Name}' is not deterministic: replayed, {difference}. " +
            "Either its code was changed while the instance was running, or it depends on something other than its input and its durable tasks (clock, random numbers, configuration, order of a dictionary).");
        Broken ??= exception;
        return exception;
    }

    private static string Describe(HistoryEvent action) => action.Kind switch
    {
        HistoryKind.TaskScheduled => $"activity '{action.Name}' (#{action.TaskId})",
        HistoryKind.SubScheduled => $"sub-orchestration '{action.Name}' with id '{action.InstanceId}' (#{action.TaskId})",
        HistoryKind.TimerCreated => $"a timer (#{action.TaskId})",
        _ => $"an event '{action.Name}' sent to '{action.InstanceId}' (#{action.TaskId})",
    };

    private bool IsLegal => _open && _thread == Environment.CurrentManagedThreadId;

    private void EnsureLegal()
    {
        if (IsLegal)
            return;
        OnIllegalAccess?.Invoke();
        throw IllegalAwait.Of(identity.Name);
    }
}
