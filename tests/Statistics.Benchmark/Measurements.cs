using System.Diagnostics;
using System.Globalization;

namespace LearningSociety.Statistics.Benchmark;

/// <summary>How long something took, many times.</summary>
internal sealed class Measurements(string name)
{
    private readonly List<double> milliseconds = [];

    public static string Head => "| question | times | median ms | p95 ms | longest ms |\n|---|---|---|---|---|";

    public double P95 => At(0.95);

    public async Task<T> TakeAsync<T>(Func<Task<T>> work)
    {
        var clock = Stopwatch.StartNew();
        var result = await work();
        milliseconds.Add(clock.Elapsed.TotalMilliseconds);
        return result;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"| {name} | {milliseconds.Count} | {At(0.5):0} | {P95:0} | {At(1):0} |");

    private double At(double share) => milliseconds.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(share * milliseconds.Count) - 1));
}
