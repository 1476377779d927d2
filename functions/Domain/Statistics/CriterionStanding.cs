using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Statistics;

/// <summary>How the rows of one criterion or indicator came out.</summary>
/// <param name="Criterion">The criterion's number.</param>
/// <param name="Indicator">The indicator's number; null for criteria as a whole.</param>
/// <param name="Text">What it asks for, where the catalogue says so; else empty.</param>
/// <param name="NotMet">Không đạt.</param>
/// <param name="Met">Đạt.</param>
/// <param name="Level1">Mức độ 1.</param>
/// <param name="Level2">Mức độ 2.</param>
/// <param name="Blank">Without a result.</param>
public sealed record CriterionStanding(int Criterion, int? Indicator, string Text, int NotMet, int Met, int Level1, int Level2, int Blank)
{
    /// <summary>Rows with a result.</summary>
    public int Assessed => NotMet + Met + Level1 + Level2;

    /// <summary>Share of rows with a result that are not met, in percent; null when there are none.</summary>
    public decimal? NotMetShare => Percentage.Of(NotMet, Assessed);

    /// <summary>Share of rows with a result that have the best there is, in percent: Đạt, or Mức độ 2.</summary>
    public decimal? BestShare => Percentage.Of(Met + Level2, Assessed);

    /// <summary>The standings of a tally, weakest first: by the share that is not met, then by the share that has the best result.</summary>
    /// <param name="tally">The tally of a place.</param>
    /// <param name="scheme">Gives the texts; null when none is known.</param>
    public static ImmutableArray<CriterionStanding> Of(Tally tally, Scheme? scheme)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var counts = tally.Counts.Select(count => (Row: RowOf(count.Key), count.Value)).Where(count => count.Row is not null).Select(count => (Row: count.Row!.Value, count.Value));
        return
        [
            .. from count in counts
               group count by (count.Row.Criterion, count.Row.Indicator) into row
               let sums = row.ToDictionary(one => one.Row.Result, one => one.Value)
               let standing = new CriterionStanding(
                   row.Key.Criterion, row.Key.Indicator, TextOf(scheme, row.Key.Criterion, row.Key.Indicator),
                   Count(sums, Result.NotMet), Count(sums, Result.Met), Count(sums, Result.Level1), Count(sums, Result.Level2), Count(sums, null))
               orderby standing.NotMetShare ?? -1 descending, standing.BestShare ?? 101, standing.Criterion, standing.Indicator ?? 0
               select standing,
        ];
    }

    private static int Count(Dictionary<string, int> sums, Result? result) => sums.GetValueOrDefault(Measures.Name(result));

    private static (int Criterion, int? Indicator, string Result)? RowOf(string measure) => measure.Split('.') switch
    {
        ["criterion", var criterion, var result] => (Number(criterion), null, result),
        ["criterion", var criterion, var indicator, var result] => (Number(criterion), Number(indicator), result),
        _ => null,
    };

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string TextOf(Scheme? scheme, int criterion, int? indicator)
    {
        var found = scheme?.Criteria.FirstOrDefault(one => one.Number == criterion);
        return (indicator is { } number ? found?.Indicators.FirstOrDefault(one => one.Number == number)?.Text : found?.Text) ?? "";
    }
}
