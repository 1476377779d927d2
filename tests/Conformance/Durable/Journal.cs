using System.Collections.Concurrent;

namespace LearningSociety.Conformance.Tests.Durable;

/// <summary>What activities did, as the world outside would see it; it outlives the apps of a test.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<string> _entries = new();

    /// <summary>Everything that happened, in order.</summary>
    public IReadOnlyList<string> Entries => [.. _entries];

    /// <summary>Lets activities wait until the test says so.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A setting that a test may change while instances run.</summary>
    public string Mode { get; set; } = "";

    public void Add(string entry) => _entries.Enqueue(entry);

    public int Count(string entry) => _entries.Count(e => e == entry);
}
