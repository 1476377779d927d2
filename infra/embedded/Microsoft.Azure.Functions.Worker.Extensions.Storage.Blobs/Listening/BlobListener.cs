using Azure.Storage.Blobs;
using LearningSociety.Embedded.Blobs;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

[assembly: WorkerExtensionStartup(typeof(BlobStartup))]

namespace LearningSociety.Embedded.Blobs;

/// <summary>Registers the blob trigger.</summary>
public sealed class BlobStartup : WorkerExtensionStartup
{
    /// <inheritdoc/>
    public override void Configure(IFunctionsWorkerApplicationBuilder applicationBuilder)
    {
        ArgumentNullException.ThrowIfNull(applicationBuilder);
        applicationBuilder.Services.AddSingleton<BlobListener>();
        applicationBuilder.Services.AddSingleton<IStartupCheck>(s => s.GetRequiredService<BlobListener>());
        applicationBuilder.Services.AddSingleton<IHostedService>(s => s.GetRequiredService<BlobListener>());
    }
}

/// <summary>Reads the paths of the blob functions at start, and watches them.</summary>
internal sealed class BlobListener(IFunctionInvoker invoker, IConfiguration configuration, TimeProvider time, ILoggerFactory loggers) : TriggerService, IStartupCheck
{
    /// <summary>The setting for the time between two listings; the embedded host has no events to learn of blobs by.</summary>
    public const string IntervalSetting = "EmbeddedBlobPollInterval";

    private const int DefaultMaxAttempts = 5;

    private readonly List<BlobWatch> _watches = [];

    public void Check(IFunctionCatalog functions)
    {
        var most = HostJson.Value(configuration, "extensions:blobs:maxDegreeOfParallelism", 8 * Environment.ProcessorCount);
        if (most < 1) throw new HostRefusedException("host.json: extensions.blobs.maxDegreeOfParallelism must be at least 1.");
        // One limit for all blob functions of the app, as in the real host.
        var slots = new SemaphoreSlim(most);
        foreach (var function in functions.Functions.Values)
            if (function.TriggerAttribute is BlobTriggerAttribute trigger) _watches.Add(WatchOf(function, trigger, slots));
    }

    protected override Task RunAsync(CancellationToken stopping) => Task.WhenAll(_watches.Select(w => w.RunAsync(stopping)));

    private BlobWatch WatchOf(FunctionDescriptor function, BlobTriggerAttribute trigger, SemaphoreSlim slots)
    {
        if (!BlobPathPattern.TryParse(SettingNames.Resolve(trigger.BlobPath, configuration, function.Name), out var path, out var problem))
            throw new HostRefusedException($"Function {function.Name}: the blob path {problem}");
        BlobContent.Check(function);
        var interval = Interval();
        var rule = new RetryRule(HostJson.Value(configuration, "extensions:blobs:poisonBlobThreshold", DefaultMaxAttempts), interval);
        var container = new BlobContainerClient(HostStorage.Connection(configuration, trigger.Connection, function.Name), path!.Container);
        var own = HostStorage.Connection(configuration, null, function.Name);
        var receipts = new ReceiptStore(own, HostStorage.Id(configuration), function.Name, path.Container);
        var logger = loggers.CreateLogger($"Function.{function.Name}");
        var delivery = new BlobDelivery(function, path, container, receipts, new PoisonRecords(own), rule, slots, invoker, time, logger);
        return new BlobWatch(function.Name, path, container, delivery, receipts, interval, time, logger);
    }

    private TimeSpan Interval()
    {
        var text = configuration[IntervalSetting];
        if (text is null) return TimeSpan.FromSeconds(1);
        return TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero
            ? interval
            : throw new HostRefusedException($"The setting {IntervalSetting} is \"{text}\"; it takes a time span above zero, such as 00:00:01.");
    }
}
