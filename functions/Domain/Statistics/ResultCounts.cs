using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Statistics;

/// <summary>Counts and rates of results. The results are those that the rules give; the software never says "recognised".</summary>
/// <param name="Registered">Units in the register, of which rates "of all" are taken; null where no register gives them.</param>
/// <param name="Dossiers">Dossiers.</param>
/// <param name="Complete">Dossiers in which nothing is missing.</param>
/// <param name="Doubtful">Dossiers that somebody has to look at.</param>
/// <param name="Incomplete">Dossiers in which something is missing or contradicts.</param>
/// <param name="NotMet">Không đạt.</param>
/// <param name="Met">Đạt, in schemes without levels.</param>
/// <param name="Level1">Mức độ 1.</param>
/// <param name="Level2">Mức độ 2.</param>
public sealed record ResultCounts(int? Registered, int Dossiers, int Complete, int Doubtful, int Incomplete, int NotMet, int Met, int Level1, int Level2)
{
    /// <summary>Dossiers for which the rules give a result.</summary>
    public int Assessed => NotMet + Met + Level1 + Level2;

    /// <summary>Dossiers for which they give none.</summary>
    public int NotAssessed => Dossiers - Assessed;

    /// <summary>True when the rounded shares of the assessed do not add up to 100.</summary>
    public bool SharesDoNotAddUp => Assessed > 0 && (Of(NotMet, Assessed) + Of(Met, Assessed) + Of(Level1, Assessed) + Of(Level2, Assessed)) != 100m;

    /// <summary>The counts of a tally.</summary>
    public static ResultCounts Of(Tally tally, int? registered)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return new(
            registered, tally[Measures.Dossiers], tally[Measures.Verdict(Verdict.Complete)], tally[Measures.Verdict(Verdict.Doubtful)], tally[Measures.Verdict(Verdict.Incomplete)],
            tally[Measures.Computed(Result.NotMet)], tally[Measures.Computed(Result.Met)], tally[Measures.Computed(Result.Level1)], tally[Measures.Computed(Result.Level2)]);
    }

    /// <summary>A share of those assessed, in percent to one decimal; null when none is assessed.</summary>
    public decimal? OfAssessed(int count) => Of(count, Assessed);

    /// <summary>A share of all in the register, in percent to one decimal; null when the register gives none.</summary>
    public decimal? OfAll(int count) => Registered is { } all ? Of(count, all) : null;

    private static decimal? Of(int count, int whole) => Percentage.Of(count, whole);
}
