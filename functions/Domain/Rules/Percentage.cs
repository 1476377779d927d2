namespace LearningSociety.Domain.Rules;

/// <summary>R8: shares as the plans state them.</summary>
public static class Percentage
{
    /// <summary>Decimals of a stated share.</summary>
    public const int Decimals = 1;

    /// <summary>The share in percent, to one decimal, half up; null when the whole is not above 0.</summary>
    public static decimal? Of(int count, int whole) => Of(count, whole, Decimals);

    /// <summary>True when the share stated is the one the counts give, to as many decimals as are stated: one, or none in "75%".</summary>
    public static bool Agrees(decimal stated, int count, int whole) => Of(count, whole, Math.Min((int)stated.Scale, 4)) == stated;

    private static decimal? Of(int count, int whole, int decimals) =>
        whole > 0 ? Math.Round(count * 100m / whole, decimals, MidpointRounding.AwayFromZero) : null;
}
