using System.Globalization;

namespace LearningSociety.Generator;

/// <summary>What is asked for on the command line.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Count">How many dossiers.</param>
/// <param name="First">The number of the first one.</param>
/// <param name="Out">The folder to write to.</param>
/// <param name="Quality">One recipe for all; null for all in turn.</param>
/// <param name="Kind">One kind for all; null for a mix.</param>
/// <param name="Family">One table family for all; null for a mix.</param>
public sealed record Options(ulong Seed, int Count, int First, string Out, string? Quality, string? Kind, string? Family)
{
    /// <summary>How to call the program.</summary>
    public const string Usage = "usage: --seed N --count N --out DIR [--first N] [--quality NAME] [--kind KIND] [--family grid-a]";

    /// <summary>Reads arguments; null when they are not understood.</summary>
    public static Options? Read(string[] arguments)
    {
        var values = new Dictionary<string, string>();
        for (var i = 0; i + 1 < arguments.Length; i += 2) values[arguments[i]] = arguments[i + 1];
        string[] known = ["--seed", "--count", "--out", "--first", "--quality", "--kind", "--family"];
        if (arguments.Length % 2 != 0 || values.Keys.Any(key => !known.Contains(key)) || !values.TryGetValue("--out", out var folder)) return null;
        if (!ulong.TryParse(values.GetValueOrDefault("--seed", "1"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed)) return null;
        if (!int.TryParse(values.GetValueOrDefault("--count", "1"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        if (!int.TryParse(values.GetValueOrDefault("--first", "0"), NumberStyles.None, CultureInfo.InvariantCulture, out var first)) return null;
        if (values.TryGetValue("--quality", out var quality) && Scanning.Quality.All.All(one => one.Name != quality)) return null;
        return new(seed, count, first, folder, quality, values.GetValueOrDefault("--kind"), values.GetValueOrDefault("--family"));
    }
}
