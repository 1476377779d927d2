using System.Text.RegularExpressions;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Extensions.Configuration;

namespace LearningSociety.Embedded.Durable.Engine;

/// <summary>The engine's settings, read from host.json (extensions.durableTask) and the host's configuration.</summary>
internal sealed partial record DurableSettings
{
    /// <summary>The hub's name: one hub, one table.</summary>
    public required string HubName { get; init; }

    /// <summary>Connection string of the storage account; null when the setting is missing.</summary>
    public required string? Connection { get; init; }

    /// <summary>Activities that run at the same time.</summary>
    public required int MaxConcurrentActivities { get; init; }

    /// <summary>Orchestrators that take a step at the same time.</summary>
    public required int MaxConcurrentOrchestrators { get; init; }

    /// <summary>Versions of orchestrations.</summary>
    public VersionRule Versions { get; init; } = new();

    /// <summary>How long a host that says nothing still holds the store.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>The table that holds the hub.</summary>
    public string Table => HubName + "Durable";

    /// <exception cref="HostRefusedException">A setting is not valid.</exception>
    public static DurableSettings From(IConfiguration configuration)
    {
        var hub = HostJson.Value(configuration, "extensions:durableTask:hubName", "TestHubName");
        if (!Hub().IsMatch(hub))
            throw new HostRefusedException($"host.json: extensions.durableTask.hubName is \"{hub}\". A hub name begins with a letter and has 3 to 45 letters and digits.");
        int Count(string name, int fallback) => HostJson.Value(configuration, $"extensions:durableTask:{name}", fallback) is var count and > 0
            ? count
            : throw new HostRefusedException($"host.json: extensions.durableTask.{name} must be more than 0.");
        return new DurableSettings
        {
            HubName = hub,
            Connection = configuration["AzureWebJobsStorage"],
            MaxConcurrentActivities = Count("maxConcurrentActivityFunctions", 2 * Environment.ProcessorCount),
            MaxConcurrentOrchestrators = Count("maxConcurrentOrchestratorFunctions", 16 * Environment.ProcessorCount),
            Versions = VersionRule.From(configuration),
        };
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,44}$")]
    private static partial Regex Hub();
}
