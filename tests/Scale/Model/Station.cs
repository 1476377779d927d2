namespace LearningSociety.Scale.Model;

/// <summary>A place where dossiers wait for their turn, first come first served, and are worked on at a rate that several limits hold down.</summary>
/// <param name="name">What people call it.</param>
/// <param name="workOfOne">Units of work of a dossier.</param>
/// <param name="unitsASecond">Units that all workers do in a second.</param>
/// <param name="scaling">How workers become more; null for as many as there are.</param>
/// <param name="latency">Seconds that a dossier spends here beside waiting and work.</param>
internal sealed class Station(string name, double workOfOne, Func<int, double> unitsASecond, Scaling? scaling = null, double latency = 0)
{
    private readonly Queue<(int Dossier, double Since)> waiting = new();
    private double headDone;
    private double spent;

    public string Name => name;

    public int LongestQueue { get; private set; }

    public double LongestWait { get; private set; }

    /// <summary>Seconds of the season during which somebody waited for more than a minute.</summary>
    public double QueuedSeconds { get; private set; }

    /// <summary>Seconds of work of one worker, over all.</summary>
    public double WorkerSeconds { get; private set; }

    public int Workers { get; private set; } = scaling?.Least ?? 1;

    public bool IsIdle => waiting.Count == 0 && Workers == (scaling?.Least ?? 1);

    public void Enter(int dossier, double now) => waiting.Enqueue((dossier, now));

    /// <summary>Works for a step; tells who is done and when they leave.</summary>
    public void Work(double now, double step, Action<int, double> leave)
    {
        var most = unitsASecond(Workers) * step;
        var budget = most;
        while (waiting.TryPeek(out var head) && budget > 0)
        {
            var piece = Math.Min(budget, workOfOne - headDone);
            (budget, headDone) = (budget - piece, headDone + piece);
            if (headDone < workOfOne - 1e-9) break;
            waiting.Dequeue();
            headDone = 0;
            LongestWait = Math.Max(LongestWait, now - head.Since);
            leave(head.Dossier, now + step + latency);
        }

        LongestQueue = Math.Max(LongestQueue, waiting.Count);
        if (waiting.TryPeek(out var next) && now - next.Since > 60) QueuedSeconds += step;
        WorkerSeconds += Workers * step;
        spent += most - budget;
        if (scaling is null || now % scaling.Every >= step) return;
        Workers = scaling.Next(Workers, spent / (unitsASecond(Workers) * scaling.Every));
        spent = 0;
    }
}

/// <summary>How workers become more and fewer.</summary>
/// <param name="Least">Always there.</param>
/// <param name="Most">At most.</param>
/// <param name="Every">Seconds between decisions.</param>
/// <param name="Target">Share of their time that workers should be busy.</param>
internal sealed record Scaling(int Least, int Most, double Every, double Target)
{
    /// <summary>At most twice as many at a time; fewer one by one.</summary>
    public int Next(int now, double busy)
    {
        var wanted = (int)Math.Ceiling(now * Math.Min(1, busy) / Target);
        return Math.Clamp(wanted > now ? Math.Min(wanted, now * 2) : Math.Max(wanted, now - 1), Least, Most);
    }
}
