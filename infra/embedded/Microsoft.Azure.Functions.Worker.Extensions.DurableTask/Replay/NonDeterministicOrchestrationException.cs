namespace DurableTask.Core.Exceptions;

/// <summary>An orchestrator, replayed, did not ask for what its history says it had asked for.</summary>
internal sealed class NonDeterministicOrchestrationException(string message) : Exception(message);
