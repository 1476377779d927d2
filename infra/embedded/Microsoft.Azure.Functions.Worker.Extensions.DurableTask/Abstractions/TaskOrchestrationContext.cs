using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>
/// What an orchestrator has to work with. An orchestrator is replayed from its history: it must be deterministic and await nothing but the tasks of this context.
/// </summary>
public abstract class TaskOrchestrationContext
{
    private ILoggerFactory? _replaySafeLoggers;

    /// <summary>The orchestrator's name.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The instance's id.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The orchestration that started this one; null when a client did.</summary>
    public abstract ParentOrchestrationInstance? Parent { get; }

    /// <summary>The time in UTC, the same in every replay.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>Whether the code runs over what has happened before.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>The instance's version; empty when it has none.</summary>
    public virtual string Version => string.Empty;

    /// <summary>Loggers that are silent during replay.</summary>
    public virtual ILoggerFactory ReplaySafeLoggerFactory => _replaySafeLoggers ??= new ReplaySafeLoggerFactory(this, LoggerFactory);

    /// <summary>Loggers that are not silent during replay.</summary>
    protected abstract ILoggerFactory LoggerFactory { get; }

    /// <summary>The input; the type's default when there is none.</summary>
    public abstract T? GetInput<T>();

    /// <summary>Runs an activity.</summary>
    /// <param name="name">The activity function.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">Retries.</param>
    /// <exception cref="TaskFailedException">The activity failed, in its last attempt.</exception>
    public virtual Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null) =>
        CallActivityAsync<object>(name, input, options);

    /// <inheritdoc cref="CallActivityAsync(TaskName, object?, TaskOptions?)"/>
    public virtual Task CallActivityAsync(TaskName name, TaskOptions options) => CallActivityAsync(name, null, options);

    /// <inheritdoc cref="CallActivityAsync(TaskName, object?, TaskOptions?)"/>
    public virtual Task<TResult> CallActivityAsync<TResult>(TaskName name, TaskOptions options) =>
        CallActivityAsync<TResult>(name, null, options);

    /// <inheritdoc cref="CallActivityAsync(TaskName, object?, TaskOptions?)"/>
    public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

    /// <summary>A durable timer.</summary>
    /// <param name="delay">How long, from <see cref="CurrentUtcDateTime"/>.</param>
    /// <param name="cancellationToken">Cancels the timer.</param>
    public virtual Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken) =>
        CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>A durable timer.</summary>
    /// <param name="fireAt">When; taken as local time unless it says UTC.</param>
    /// <param name="cancellationToken">Cancels the timer.</param>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>
    /// Waits for an event. Events that came before are taken first; of several waiters the youngest gets the event.
    /// A waiter that was cancelled stays in line, and the event that would have been its own is lost.
    /// </summary>
    /// <param name="eventName">The event's name; case does not matter.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <exception cref="ArgumentException">Somebody waits for an event of this name with another type.</exception>
    public abstract Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>Waits for an event for some time, then is cancelled.</summary>
    /// <exception cref="TaskCanceledException">The time has passed.</exception>
    public Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout) =>
        WaitForExternalEvent<T>(eventName, timeout, CancellationToken.None);

    /// <summary>Waits for an event for some time, then is cancelled.</summary>
    /// <exception cref="TaskCanceledException">The time has passed, or the token was cancelled.</exception>
    public async Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timerGone = new CancellationTokenSource();
        var timer = CreateTimer(timeout, timerGone.Token);
        using var waiterGone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var awaited = WaitForExternalEvent<T>(eventName, waiterGone.Token);
        if (await Task.WhenAny(timer, awaited) == awaited)
            timerGone.Cancel();
        else
            waiterGone.Cancel();
        return await awaited;
    }

    /// <summary>Sends an event to another orchestration. Lost when that one has finished or does not exist.</summary>
    public abstract void SendEvent(string instanceId, string eventName, object payload);

    /// <summary>Shows something to those who ask for this instance's metadata; at most 16 KiB as JSON in UTF-16.</summary>
    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>Runs another orchestrator as part of this one.</summary>
    /// <param name="orchestratorName">The orchestrator function.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">Retries and the instance id.</param>
    /// <exception cref="TaskFailedException">The sub-orchestration failed or was terminated.</exception>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null);

    /// <inheritdoc cref="CallSubOrchestratorAsync{TResult}(TaskName, object?, TaskOptions?)"/>
    public virtual Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync<TResult>(orchestratorName, null, options);

    /// <inheritdoc cref="CallSubOrchestratorAsync{TResult}(TaskName, object?, TaskOptions?)"/>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, TaskOptions options) =>
        CallSubOrchestratorAsync(orchestratorName, null, options);

    /// <inheritdoc cref="CallSubOrchestratorAsync{TResult}(TaskName, object?, TaskOptions?)"/>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        CallSubOrchestratorAsync<object>(orchestratorName, input, options);

    /// <summary>Begins anew with an empty history once the orchestrator has returned.</summary>
    /// <param name="newInput">The new run's input.</param>
    /// <param name="preserveUnprocessedEvents">Whether events that nobody has waited for go over to it.</param>
    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    /// <summary>Begins anew with an empty history once the orchestrator has returned.</summary>
    public virtual void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ContinueAsNew(options.NewInput, options.PreserveUnprocessedEvents);
    }

    /// <summary>A GUID that is the same in every replay.</summary>
    public abstract Guid NewGuid();

    /// <summary>Compares the instance's version with another: below zero when the instance is older. No version is older than any.</summary>
    /// <param name="version">The version that an orchestrator branches at.</param>
    public virtual int CompareVersionTo(string version) => VersionOrder.Compare(Version, version);

    /// <summary>A logger that is silent during replay.</summary>
    public virtual ILogger CreateReplaySafeLogger(string categoryName) => ReplaySafeLoggerFactory.CreateLogger(categoryName);

    /// <summary>A logger that is silent during replay.</summary>
    public virtual ILogger CreateReplaySafeLogger(Type type) => ReplaySafeLoggerFactory.CreateLogger(type);

    /// <summary>A logger that is silent during replay.</summary>
    public virtual ILogger CreateReplaySafeLogger<T>() => ReplaySafeLoggerFactory.CreateLogger(typeof(T));
}
