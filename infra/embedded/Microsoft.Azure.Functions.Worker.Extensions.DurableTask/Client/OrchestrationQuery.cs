namespace Microsoft.DurableTask.Client;

/// <summary>Which orchestrations are asked for.</summary>
/// <param name="CreatedFrom">Those accepted then or later.</param>
/// <param name="CreatedTo">Those accepted then or before.</param>
/// <param name="Statuses">Those in one of these states.</param>
/// <param name="TaskHubNames">Those of one of these hubs; a store holds one, and another's name finds nothing.</param>
/// <param name="InstanceIdPrefix">Those whose id begins so.</param>
/// <param name="PageSize">How many a page holds at most.</param>
/// <param name="FetchInputsAndOutputs">Whether inputs, outputs and custom status are wanted.</param>
/// <param name="ContinuationToken">Where to go on.</param>
public record OrchestrationQuery(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null,
    IEnumerable<string>? TaskHubNames = null,
    string? InstanceIdPrefix = null,
    int PageSize = OrchestrationQuery.DefaultPageSize,
    bool FetchInputsAndOutputs = false,
    string? ContinuationToken = null)
{
    /// <summary>How many a page holds when nothing else is said.</summary>
    public const int DefaultPageSize = 100;
}
