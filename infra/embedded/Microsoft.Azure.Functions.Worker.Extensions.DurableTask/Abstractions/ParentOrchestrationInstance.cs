namespace Microsoft.DurableTask;

/// <summary>The orchestration that started this one as its sub-orchestration.</summary>
/// <param name="Name">The parent's function.</param>
/// <param name="InstanceId">The parent's instance id.</param>
public record ParentOrchestrationInstance(TaskName Name, string InstanceId);
