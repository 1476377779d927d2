namespace LearningSociety.Embedded.Durable;

/// <summary>Which texts can be an instance's id.</summary>
internal static class InstanceIds
{
    /// <summary>Characters at most.</summary>
    public const int Longest = 256;

    /// <summary>Refuses what Durable Functions would refuse.</summary>
    /// <exception cref="ArgumentException">The text cannot be an id.</exception>
    public static void Check(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        if (instanceId.StartsWith('@'))
            throw new ArgumentException("An orchestration's instance id must not begin with @.", nameof(instanceId));
        if (instanceId.Length > Longest)
            throw new ArgumentException($"An orchestration's instance id must not be longer than {Longest} characters; this one has {instanceId.Length}.", nameof(instanceId));
        if (instanceId.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)))
            throw new ArgumentException("An orchestration's instance id must not contain /, \\, #, ? or control characters.", nameof(instanceId));
    }
}
