using Microsoft.Extensions.Configuration;

namespace LearningSociety.Embedded.Plumbing;

/// <summary>Settings of host.json; a setting AzureFunctionsJobHost__… overrides each, as under the real host.</summary>
public static class HostJson
{
    /// <summary>The section that host.json is read into.</summary>
    public const string Section = "AzureFunctionsJobHost";

    /// <summary>A value of host.json, such as "extensions:http:routePrefix".</summary>
    public static T Value<T>(IConfiguration configuration, string path, T fallback)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var text = configuration[$"{Section}:{path}"];
        if (text is null) return fallback;
        try
        {
            return configuration.GetValue<T>($"{Section}:{path}") ?? fallback;
        }
        catch (InvalidOperationException)
        {
            throw new HostRefusedException($"host.json: {path.Replace(':', '.')} is \"{text}\", which is not a valid {typeof(T).Name}.");
        }
    }
}

/// <summary>Names of settings in binding expressions.</summary>
public static class SettingNames
{
    /// <summary>Replaces each %Name% by the setting of that name.</summary>
    /// <exception cref="HostRefusedException">There is no such setting.</exception>
    public static string Resolve(string expression, IConfiguration configuration, string functionName)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(configuration);
        var parts = expression.Split('%');
        if (parts.Length % 2 == 0)
            throw new HostRefusedException($"Function {functionName}: \"{expression}\" has a % without its partner.");
        for (var i = 1; i < parts.Length; i += 2)
            parts[i] = configuration[parts[i]]
                ?? throw new HostRefusedException($"Function {functionName}: \"{expression}\" names the setting {parts[i]}, which is not set.");
        return string.Concat(parts);
    }
}
