namespace LearningSociety.Scale.Model;

/// <summary>The load of a season: dossiers of one size, half of them in the last three days before the deadline.</summary>
/// <param name="Dossiers">Dossiers handed in.</param>
/// <param name="Pages">Pages of each.</param>
/// <param name="Files">Files of each.</param>
/// <param name="Scanned">Share of pages that are pictures, from 0 to 1.</param>
/// <param name="Readers">People who get the report of each.</param>
internal sealed record Season(int Dossiers, int Pages, int Files, double Scanned, int Readers)
{
    /// <summary>Days from the first dossier to the deadline, 15 January.</summary>
    public const int Days = 45;

    private const int LastDays = 3;

    // Of the last three days' dossiers; people wait for the last one.
    private static readonly double[] Last = [0.2, 0.3, 0.5];

    // Of a day's dossiers, by hour in Viet Nam: offices open at 7:30, lunch, closing, and what is sent from home.
    private static readonly double[] Hours = [0, 0, 0, 0, 0, 0, 0.01, 0.05, 0.11, 0.13, 0.12, 0.06, 0.02, 0.06, 0.11, 0.12, 0.12, 0.05, 0.01, 0.01, 0.01, 0.01, 0, 0];

    /// <summary>The nation: 34 provinces, 3,321 communes and their schools, agencies and firms.</summary>
    public static Season Nation { get; } = new(60_000, 15, 4, 0.8, 2);

    /// <summary>A province of middling size.</summary>
    public static Season Province { get; } = Nation with { Dossiers = 60_000 / 34 };

    /// <summary>A commune with its schools and agencies.</summary>
    public static Season Commune { get; } = Nation with { Dossiers = 60_000 / 3_321 };

    /// <summary>Seconds from the season's first midnight at which each dossier is handed in; the same for the same season.</summary>
    public IReadOnlyList<double> Arrivals()
    {
        var random = new Random(20260115);
        var times = new List<double>(Dossiers);
        for (var i = 0; i < Dossiers; i++)
        {
            var day = i % 2 == 0 ? random.NextDouble() * (Days - LastDays) : Days - LastDays + Pick(Last, random);
            times.Add((Math.Floor(day) * 86_400) + (Pick(Hours, random) * 3_600) + (random.NextDouble() * 3_600));
        }

        times.Sort();
        return times;
    }

    private static int Pick(double[] weights, Random random)
    {
        var left = random.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Length; i++)
            if ((left -= weights[i]) < 0) return i;
        return weights.Length - 1;
    }
}
