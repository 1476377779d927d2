namespace LearningSociety.Embedded.Durable.Replay;

/// <summary>What is said of an orchestrator that awaits something that no history can bring back.</summary>
internal static class IllegalAwait
{
    public static InvalidOperationException Of(string orchestrator) => new(
        $"The orchestrator '{orchestrator}' awaited something that is not a durable task, or a middleware around it did. " +
        "Orchestrators may await only what the TaskOrchestrationContext gives (activities, sub-orchestrations, timers, events) and combinations of those; " +
        "Task.Delay, Task.Run, Task.Yield, CancellationTokenSource.CancelAsync (call Cancel), I/O and ConfigureAwait(false) over them belong into an activity.");
}
