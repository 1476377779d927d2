using System.Collections.Immutable;
using System.Diagnostics;

namespace LearningSociety.Statistics.Benchmark;

/// <summary>How long a question took, many times, and how much its answers were.</summary>
/// <param name="Name">The question.</param>
/// <param name="Median">Median, in milliseconds.</param>
/// <param name="P95">95th percentile, in milliseconds.</param>
/// <param name="Least">The quickest, in milliseconds: what it takes when the machine has time.</param>
/// <param name="Requests">Requests to the table service, the median.</param>
/// <param name="Kilobytes">Mean size of an answer.</param>
internal sealed record Timing(string Name, double Median, double P95, double Least, double Requests, double Kilobytes)
{
    /// <summary>Asks some times for practice, then measures.</summary>
    /// <param name="name">The question.</param>
    /// <param name="times">How often it is measured.</param>
    /// <param name="table">Counts requests to the table service.</param>
    /// <param name="ask">Asks, and says how many bytes came.</param>
    public static async Task<Timing> OfAsync(string name, int times, TableRequests table, Func<Task<int>> ask)
    {
        const int Practice = 15;
        var (milliseconds, requests, bytes) = (new List<double>(times), new List<double>(times), 0L);
        for (var n = 0; n < times + Practice; n++)
        {
            var before = table.Count;
            var clock = Stopwatch.StartNew();
            var answered = await ask();
            if (n < Practice) continue;
            milliseconds.Add(clock.Elapsed.TotalMilliseconds);
            requests.Add(table.Count - before);
            bytes += answered;
        }

        return new(name, At(milliseconds, 0.5), At(milliseconds, 0.95), milliseconds.Min(), At(requests, 0.5), bytes / 1024.0 / times);

        static double At(List<double> values, double share) => values.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(share * values.Count) - 1));
    }
}

/// <summary>A figure that is not a time of a question.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The figure with its unit.</param>
internal sealed record Figure(string Name, string Value);

/// <summary>What was measured at a scale.</summary>
/// <param name="Scale">The scale.</param>
/// <param name="Timings">The questions.</param>
/// <param name="Figures">The rest.</param>
internal sealed record ScaleResult(double Scale, ImmutableArray<Timing> Timings, ImmutableArray<Figure> Figures);
