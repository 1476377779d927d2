using System.Collections.Immutable;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Text;

namespace LearningSociety.Domain.Statistics;

/// <summary>A grading table with the dossier that it stands in.</summary>
/// <param name="Table">The table.</param>
/// <param name="Dossier">The dossier's id.</param>
/// <param name="Received">The day of the dossier's receipt.</param>
public sealed record GradingSource(ReportGrading Table, string Dossier, DateOnly Received);

/// <summary>A district's gradings: results of the year before, the plan for the year, and its results; each null where its table does not name the district.</summary>
/// <param name="District">The name as the newest table prints it.</param>
/// <param name="Before">Results of the year before.</param>
/// <param name="Plan">The plan for the year.</param>
/// <param name="Result">Results of the year.</param>
public sealed record DistrictGrading(string District, ReportGradingRow? Before, ReportGradingRow? Plan, ReportGradingRow? Result);

/// <summary>S0: the plan of a year against the results of the year before and, once they are there, of the year.</summary>
/// <param name="Year">The year planned for.</param>
/// <param name="Before">Where the results of the year before come from.</param>
/// <param name="Plan">Where the plan comes from.</param>
/// <param name="Result">Where the results come from.</param>
/// <param name="Rows">Districts in the order of the newest table, without the total.</param>
/// <param name="Total">What the districts add up to.</param>
public sealed record GradingComparison(
    int Year, GradingSource? Before, GradingSource? Plan, GradingSource? Result, ImmutableArray<DistrictGrading> Rows, DistrictGrading Total)
{
    /// <summary>Columns of the total that the documents print otherwise than the districts add up to: the table, and the column.</summary>
    public ImmutableArray<(GradingSource Table, string Column)> WrongTotals { get; init; } = [];

    /// <summary>The comparison from the grading tables of a province; of two tables for the same, the one received last stands.</summary>
    public static GradingComparison Of(int year, IEnumerable<DossierFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var tables = facts.SelectMany(fact => fact.Gradings.Select(table => new GradingSource(table, fact.Dossier, fact.Received))).ToArray();
        var (before, plan, result) = (Newest(tables, GradingKind.Results, year - 1), Newest(tables, GradingKind.Plan, year), Newest(tables, GradingKind.Results, year));
        GradingSource?[] sources = [before, plan, result];
        var names = sources.Reverse().OfType<GradingSource>().SelectMany(Districts).Select(row => row.District).DistinctBy(Key);
        var rows = names.Select(name => new DistrictGrading(name, Row(before, name), Row(plan, name), Row(result, name))).ToImmutableArray();
        return new(year, before, plan, result, rows, new(GradingRow.Total, Sum(before), Sum(plan), Sum(result)))
        {
            WrongTotals = [.. sources.OfType<GradingSource>().SelectMany(source => Wrong(source).Select(column => (source, column)))],
        };
    }

    private static GradingSource? Newest(GradingSource[] tables, GradingKind kind, int year) =>
        tables.Where(source => source.Table.Kind == kind && source.Table.Year == year).OrderBy(source => source.Received).ThenBy(source => source.Dossier, StringComparer.Ordinal).LastOrDefault();

    private static IEnumerable<ReportGradingRow> Districts(GradingSource source) => source.Table.Rows.Where(row => row.District != GradingRow.Total);

    private static ReportGradingRow? Row(GradingSource? source, string district) => source is null ? null : Districts(source).FirstOrDefault(row => Key(row.District) == Key(district));

    // Two spellings of a tone are one district; two tones are two.
    private static string Key(string district) => VietnameseText.FoldCase(district);

    private static ReportGradingRow? Sum(GradingSource? source)
    {
        if (source is null) return null;
        var rows = Districts(source).ToArray();
        return new(
            GradingRow.Total, rows.Sum(row => row.Communes), rows.Sum(row => row.Assessed), rows.Sum(row => row.Good), rows.Sum(row => row.Fair), rows.Sum(row => row.Average),
            rows.Any(row => row.Failed is not null) ? rows.Sum(row => row.Failed ?? 0) : null, rows.Sum(row => row.NotAssessed));
    }

    private static IEnumerable<string> Wrong(GradingSource source)
    {
        if (source.Table.Rows.FirstOrDefault(row => row.District == GradingRow.Total) is not { } printed) yield break;
        var sum = Sum(source)!;
        if (printed.Communes != sum.Communes) yield return "communes";
        if (printed.Assessed != sum.Assessed) yield return "assessed";
        if (printed.Good != sum.Good) yield return "good";
        if (printed.Fair != sum.Fair) yield return "fair";
        if (printed.Average != sum.Average) yield return "average";
        if ((printed.Failed ?? 0) != (sum.Failed ?? 0)) yield return "failed";
        if (printed.NotAssessed != sum.NotAssessed) yield return "notAssessed";
    }
}
