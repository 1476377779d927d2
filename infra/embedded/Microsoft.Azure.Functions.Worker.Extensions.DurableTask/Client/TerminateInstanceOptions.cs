namespace Microsoft.DurableTask.Client;

/// <summary>How an instance is terminated.</summary>
/// <param name="Output">What becomes its output.</param>
/// <param name="Recursive">Whether its running sub-orchestrations are terminated with it; otherwise they go on.</param>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
