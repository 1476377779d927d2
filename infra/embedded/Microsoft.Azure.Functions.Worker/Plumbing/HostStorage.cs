using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace LearningSociety.Embedded.Plumbing;

/// <summary>Where the host keeps its own records, named as the real host names them.</summary>
public static class HostStorage
{
    /// <summary>The setting that names the host's own storage account.</summary>
    public const string Setting = "AzureWebJobsStorage";

    /// <summary>The container of the host's own records.</summary>
    public const string Container = "azure-webjobs-hosts";

    /// <summary>The host's id, under which its records stand: the setting AzureFunctionsWebHost__hostid, or the app's name.</summary>
    public static string Id(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration["AzureFunctionsWebHost:hostid"] ?? (Assembly.GetEntryAssembly()?.GetName().Name ?? "functions").ToLowerInvariant().Replace('.', '-');
    }

    /// <summary>The connection string that a binding names, looked for as the real host does.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="name">The name in the binding; null for the host's own storage.</param>
    /// <param name="functionName">Who asks, for the sentence of the refusal.</param>
    /// <exception cref="HostRefusedException">No such setting.</exception>
    public static string Connection(IConfiguration configuration, string? name, string functionName)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        name = string.IsNullOrEmpty(name) ? Setting : name.Trim('%');
        return NotEmpty(configuration["AzureWebJobs" + name]) ?? NotEmpty(configuration[name]) ?? NotEmpty(configuration.GetConnectionString(name))
            ?? throw new HostRefusedException($"Function {functionName} needs a storage account: set {name} to a connection string, such as UseDevelopmentStorage=true for a local Azurite.");
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
