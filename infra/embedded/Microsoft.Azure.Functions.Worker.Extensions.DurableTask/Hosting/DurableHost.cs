using Azure.Data.Tables;
using LearningSociety.Embedded.Durable.Engine;
using LearningSociety.Embedded.Durable.Store;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Durable.Hosting;

/// <summary>Runs the engine as long as the host runs: gets hold of the store, works, and starts over when it loses it.</summary>
internal sealed class DurableHost(
    IFunctionCatalog catalog,
    IFunctionInvoker invoker,
    DataConverter converter,
    ILoggerFactory loggers,
    TimeProvider time,
    DurableSettings settings,
    TableClientOptions tableOptions) : BackgroundService
{
    private readonly ILogger _logger = loggers.CreateLogger("DurableTask");
    private readonly Lazy<TableClient>? _table = settings.Connection is { } connection
        ? new(() => new TableClient(connection, settings.Table, tableOptions))
        : null;
    private TaskCompletionSource<EngineSession> _session = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile bool _abandoned;

    public DurableSettings Settings => settings;

    public DataConverter Converter => converter;

    public IFunctionCatalog Catalog => catalog;

    public InstanceChanges Changes { get; } = new();

    /// <summary>The store; clients may read it at any time.</summary>
    /// <exception cref="InvalidOperationException">No storage account is set.</exception>
    public InstanceStore Store => field ??= new InstanceStore(
        _table?.Value ?? throw new InvalidOperationException("Durable functions need the setting AzureWebJobsStorage: the connection string of a storage account."),
        _logger);

    /// <summary>The session, as soon as this host holds the store.</summary>
    public Task<EngineSession> SessionAsync(CancellationToken cancellationToken) => Volatile.Read(ref _session).Task.WaitAsync(cancellationToken);

    /// <summary>Stops at once and stores nothing more, as if the process had been killed.</summary>
    public void Abandon()
    {
        _abandoned = true;
        if (_session.Task.IsCompletedSuccessfully)
            _session.Task.Result.End();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_table is null || !catalog.Functions.Values.Any(f => f.TriggerAttribute is OrchestrationTriggerAttribute or ActivityTriggerAttribute))
            return;
        for (var attempt = 0; !stoppingToken.IsCancellationRequested && !_abandoned; attempt++)
        {
            try
            {
                await HoldAsync(_table.Value, stoppingToken);
                attempt = 0;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception failure) when (InstanceStore.IsPassing(failure, stoppingToken))
            {
                // Right after a start the store may still be on its way up: that is worth a word only when it lasts.
                if (attempt > 3)
                    _logger.LogWarning("The orchestration store (table {Table}) cannot be reached: {Reason} Trying on.", settings.Table, failure.Message);
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(3000, 200 << Math.Min(attempt, 4))), stoppingToken)
                    .ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }

        _session.TrySetCanceled(CancellationToken.None);
    }

    private async Task HoldAsync(TableClient table, CancellationToken stoppingToken)
    {
        await table.CreateIfNotExistsAsync(stoppingToken);
        var lease = new HostLease(table, settings.LeaseTime, _logger);
        await lease.AcquireAsync(stoppingToken);
        var session = new EngineSession(new EngineServices(catalog, invoker, converter, loggers, time, settings, Store, Changes));
        using var keeping = CancellationTokenSource.CreateLinkedTokenSource(session.Ended);
        var kept = lease.KeepAsync(keeping.Token);
        var work = session.RunAsync();
        _session.TrySetResult(session);
        try
        {
            var stopped = Task.Delay(Timeout.Infinite, stoppingToken);
            var first = await Task.WhenAny(stopped, kept, work);
            if (first == kept && !session.Ended.IsCancellationRequested)
                _logger.LogError("Another host has taken over the orchestrations; this one lets go of them and waits.");
            if (first == work && work.IsFaulted)
                _logger.LogError(work.Exception, "The orchestration engine has stopped; it starts again.");
        }
        finally
        {
            Volatile.Write(ref _session, new(TaskCreationOptions.RunContinuationsAsynchronously));
            if (stoppingToken.IsCancellationRequested && !session.Ended.IsCancellationRequested)
                await session.QuiesceAsync(TimeSpan.FromSeconds(3));
            var ended = session.Ended.IsCancellationRequested;
            session.End();
            await Task.WhenAll(Quietly(work), Quietly(kept));
            if (stoppingToken.IsCancellationRequested && !ended)
                await lease.ReleaseAsync(new CancellationTokenSource(TimeSpan.FromSeconds(2)).Token);
        }
    }

    private static Task Quietly(Task task) => task.ContinueWith(_ => { }, TaskScheduler.Default);
}
