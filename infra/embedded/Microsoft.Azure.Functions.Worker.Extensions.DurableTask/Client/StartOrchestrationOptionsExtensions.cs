namespace Microsoft.DurableTask.Client;

/// <summary>Further ways to say how an orchestration is started.</summary>
public static class StartOrchestrationOptionsExtensions
{
    /// <summary>The states in which an instance of the same id keeps its place and the start is refused.</summary>
    public static StartOrchestrationOptions WithDedupeStatuses(
        this StartOrchestrationOptions options, params OrchestrationRuntimeStatus[] dedupeStatuses)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { DedupeStatuses = [.. dedupeStatuses.Select(status => status.ToString())] };
    }
}
