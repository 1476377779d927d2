using System.Collections.Concurrent;

namespace LearningSociety.Conformance.Triggers;

/// <summary>What the functions of a test did, in order; the test waits for it.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Add(string line) => _lines.Enqueue(line);

    /// <summary>Waits until so many lines are there.</summary>
    public async Task<IReadOnlyList<string>> WaitForAsync(int count, int seconds = 20)
    {
        for (var end = DateTime.UtcNow.AddSeconds(seconds); _lines.Count < count && DateTime.UtcNow < end;) await Task.Delay(20);
        Assert.True(_lines.Count >= count, $"{count} lines expected, {_lines.Count} came: {string.Join(" | ", _lines)}");
        return Lines;
    }
}
