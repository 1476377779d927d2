using System.Text.Json;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Embedded.Hosting;

/// <summary>Reads host.json and local.settings.json, which the real host and its tools read for the worker.</summary>
internal static class HostConfiguration
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Adds both files, weaker than the environment, and gives why one of them cannot be used, or null.</summary>
    public static string? Add(ConfigurationManager configuration, ILoggingBuilder logging, string folder)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var refusal = Read(Path.Combine(folder, "host.json"), root => Flatten(root, HostJson.Section, values))
            ?? Read(Path.Combine(folder, "local.settings.json"), root => LocalSettings(root, values));

        var sources = configuration.Sources;
        var environment = sources.OfType<EnvironmentVariablesConfigurationSource>().LastOrDefault(s => string.IsNullOrEmpty(s.Prefix));
        sources.Insert(environment is null ? sources.Count : sources.IndexOf(environment), new MemoryConfigurationSource { InitialData = values });

        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddConfiguration(configuration.GetSection($"{HostJson.Section}:logging"));
        logging.AddConfiguration(configuration.GetSection("Logging"));
        return refusal;
    }

    private static string? Read(string path, Action<JsonElement> use)
    {
        if (!File.Exists(path)) return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return $"{path} is not a JSON object.";
            use(document.RootElement);
            return null;
        }
        catch (Exception e) when (e is JsonException or HostRefusedException)
        {
            return $"{path} cannot be read: {e.Message}";
        }
    }

    private static void LocalSettings(JsonElement root, Dictionary<string, string?> values)
    {
        if (Member(root, "IsEncrypted") is { ValueKind: JsonValueKind.True })
            throw new HostRefusedException("it is encrypted. Decrypt it with the Functions tools (func settings decrypt).");
        // The tools pass these on as environment variables, where __ stands for the : of nested settings.
        if (Member(root, "Values") is { ValueKind: JsonValueKind.Object } settings)
            foreach (var setting in settings.EnumerateObject()) values[setting.Name.Replace("__", ":")] = setting.Value.ToString();
        if (Member(root, "ConnectionStrings") is { ValueKind: JsonValueKind.Object } connections) Flatten(connections, "ConnectionStrings", values);
        if (Member(root, "Host") is { ValueKind: JsonValueKind.Object } host) Flatten(host, "Host", values);
    }

    private static JsonElement? Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out var member) ? member : null;

    private static void Flatten(JsonElement element, string path, Dictionary<string, string?> values)
    {
        if (element.ValueKind == JsonValueKind.Object)
            foreach (var member in element.EnumerateObject()) Flatten(member.Value, $"{path}:{member.Name}", values);
        else if (element.ValueKind == JsonValueKind.Array)
            foreach (var (index, item) in element.EnumerateArray().Index()) Flatten(item, $"{path}:{index}", values);
        else
            values[path] = element.ToString();
    }
}
