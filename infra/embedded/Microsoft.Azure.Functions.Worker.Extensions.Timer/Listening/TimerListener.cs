using LearningSociety.Embedded.Plumbing;
using LearningSociety.Embedded.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

[assembly: WorkerExtensionStartup(typeof(TimerStartup))]

namespace LearningSociety.Embedded.Timers;

/// <summary>Registers the timer trigger.</summary>
public sealed class TimerStartup : WorkerExtensionStartup
{
    /// <inheritdoc/>
    public override void Configure(IFunctionsWorkerApplicationBuilder applicationBuilder)
    {
        ArgumentNullException.ThrowIfNull(applicationBuilder);
        applicationBuilder.Services.AddSingleton<TimerListener>();
        applicationBuilder.Services.AddSingleton<IStartupCheck>(s => s.GetRequiredService<TimerListener>());
        applicationBuilder.Services.AddSingleton<IHostedService>(s => s.GetRequiredService<TimerListener>());
    }
}

/// <summary>Reads the schedules of the timer functions at start, and runs them.</summary>
internal sealed class TimerListener(IFunctionInvoker invoker, IConfiguration configuration, TimeProvider time, ILoggerFactory loggers) : TriggerService, IStartupCheck
{
    private static readonly TimeSpan ShortestMonitored = TimeSpan.FromMinutes(1);

    private readonly List<(TimerLoop Loop, bool RunOnStartup)> _loops = [];

    public void Check(IFunctionCatalog functions)
    {
        foreach (var function in functions.Functions.Values)
            if (function.TriggerAttribute is TimerTriggerAttribute trigger) _loops.Add((LoopOf(function, trigger), trigger.RunOnStartup));
    }

    protected override Task RunAsync(CancellationToken stopping) => Task.WhenAll(_loops.Select(async loop =>
    {
        try
        {
            await loop.Loop.RunAsync(loop.RunOnStartup, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (Exception e)
        {
            loggers.CreateLogger<TimerListener>().LogCritical(e, "A timer has stopped; it starts again with the host.");
        }
    }));

    private TimerLoop LoopOf(FunctionDescriptor function, TimerTriggerAttribute trigger)
    {
        if (!Schedule.TryParse(SettingNames.Resolve(trigger.Schedule, configuration, function.Name), Zone(function.Name), out var schedule, out var problem))
            throw new HostRefusedException($"Function {function.Name}: the schedule {problem}");
        var store = trigger.UseMonitor && IsSlow(schedule!)
            ? new TimerStatusStore(HostStorage.Connection(configuration, null, function.Name), HostStorage.Id(configuration), function.Name)
            : null;
        return new TimerLoop(function, schedule!, store, invoker, time, loggers.CreateLogger($"Function.{function.Name}"));
    }

    private TimeZoneInfo Zone(string functionName)
    {
        var id = configuration["WEBSITE_TIME_ZONE"];
        if (string.IsNullOrWhiteSpace(id)) return TimeZoneInfo.Utc;
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw new HostRefusedException($"Function {functionName}: WEBSITE_TIME_ZONE is \"{id}\", which is no time zone of this machine. Write it as Asia/Ho_Chi_Minh.");
    }

    // A schedule is slow when even its closest occurrences, of the next ten, are a minute apart.
    private bool IsSlow(ISchedule schedule)
    {
        var at = schedule.NextAfter(time.GetUtcNow());
        for (var i = 0; i < 10 && at is { } from; i++)
        {
            at = schedule.NextAfter(from);
            if (at - from < ShortestMonitored) return false;
        }

        return true;
    }
}
