namespace Microsoft.DurableTask.Client;

/// <summary>The state of an orchestration.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>It has begun and not finished.</summary>
    Running,

    /// <summary>It returned.</summary>
    Completed,

    /// <summary>Not in use.</summary>
    [Obsolete("The ContinuedAsNew status is obsolete and exists only for compatibility reasons.")]
    ContinuedAsNew,

    /// <summary>It failed with an exception that it did not catch.</summary>
    Failed,

    /// <summary>Not in use.</summary>
    [Obsolete("The Canceled status is not currently used and exists only for compatibility reasons.")]
    Canceled,

    /// <summary>It was terminated.</summary>
    Terminated,

    /// <summary>It has been accepted and has not begun.</summary>
    Pending,

    /// <summary>It was suspended: events and results are kept until it is resumed.</summary>
    Suspended,
}
