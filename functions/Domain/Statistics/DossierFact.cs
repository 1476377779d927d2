using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.Domain.Statistics;

/// <summary>What statistics keep of a dossier: the outcome of the revision shown, and where it counts.</summary>
/// <param name="Dossier">The dossier's id.</param>
/// <param name="Revision">The revision.</param>
/// <param name="Kind">The dossier's kind.</param>
/// <param name="Year">The dossier's year.</param>
/// <param name="Office">The office's slug.</param>
/// <param name="OfficeName">The office's name in that revision.</param>
/// <param name="Place">Where the office stands on the year's last day.</param>
/// <param name="Received">The day of receipt.</param>
/// <param name="Scheme">Id of the scheme whose table it holds; null when it holds none.</param>
/// <param name="Verdict">Whether it is complete.</param>
/// <param name="Declared">The overall result declared; null when blank.</param>
/// <param name="Computed">The overall result that the rules give; null when they give none.</param>
/// <param name="Criteria">Rows of its summary table, by number; a row read twice counts once.</param>
public sealed record DossierFact(
    string Dossier, int Revision, string Kind, int Year, string Office, string OfficeName, PlacePath Place, DateOnly Received, string? Scheme,
    Verdict Verdict, Result? Declared, Result? Computed, ImmutableArray<FactCriterion> Criteria)
{
    // No scheme has more; a number beyond is a misreading, and roll-ups must not grow with those.
    private const int MostNumbered = 30;

    /// <summary>Its grading tables.</summary>
    public ImmutableArray<ReportGrading> Gradings { get; init; } = [];

    /// <summary>Targets it sets.</summary>
    public ImmutableArray<FactTarget> Targets { get; init; } = [];

    /// <summary>The fact of a report.</summary>
    /// <param name="report">The report of the revision shown.</param>
    /// <param name="place">Where the office stands.</param>
    /// <param name="catalogue">Says which form's table decides, and by which scheme.</param>
    public static DossierFact Of(DossierReport report, PlacePath place, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(catalogue);
        var dossier = report.Dossier;
        var summary = catalogue.Kind(dossier.Kind)?.SummaryForm;
        var tables = report.Documents.Where(document => document.Form == summary).ToArray();
        return new(
            dossier.Id, dossier.Revision, dossier.Kind, dossier.Year, dossier.Office, dossier.OfficeName, place, dossier.Received,
            tables.Length > 0 ? catalogue.Form(summary)?.Scheme : null, report.Verdict, report.Assessment.Declared, report.Assessment.Computed,
            [.. Rows(tables.SelectMany(table => table.Criteria))])
        {
            Gradings = [.. report.Documents.SelectMany(document => document.Gradings)],
            Targets = [.. report.Documents.SelectMany(document => document.Targets)
                .Select(target => new FactTarget(target.Indicator, target.Year, target.Percent)).DistinctBy(target => (target.Indicator, target.Year))],
        };
    }

    /// <inheritdoc/>
    public bool Equals(DossierFact? other) => other is not null
        && (Dossier, Revision, Kind, Year, Office, OfficeName, Place) == (other.Dossier, other.Revision, other.Kind, other.Year, other.Office, other.OfficeName, other.Place)
        && (Received, Scheme, Verdict, Declared, Computed) == (other.Received, other.Scheme, other.Verdict, other.Declared, other.Computed)
        && Criteria.SequenceEqual(other.Criteria) && Targets.SequenceEqual(other.Targets)
        && Gradings.Length == other.Gradings.Length
        && Gradings.Zip(other.Gradings).All(pair => (pair.First.Kind, pair.First.Year) == (pair.Second.Kind, pair.Second.Year) && pair.First.Rows.SequenceEqual(pair.Second.Rows));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dossier, Revision, Place, Verdict, Computed, Criteria.Length);

    // Of a row that a table over two files gives twice, the one with a result stands.
    private static IEnumerable<FactCriterion> Rows(IEnumerable<ReportCriterion> rows) =>
        from row in rows
        where row.Criterion is >= 1 and <= MostNumbered && row.Indicator is null or (>= 1 and <= MostNumbered)
        group row by (row.Criterion, row.Indicator) into same
        let best = same.FirstOrDefault(row => row.Result is not null) ?? same.First()
        orderby same.Key.Criterion, same.Key.Indicator ?? 0
        select new FactCriterion(same.Key.Criterion, same.Key.Indicator, best.Result, best.Score, best.MaxScore);
}

/// <summary>A row of a summary table.</summary>
/// <param name="Criterion">The criterion's number.</param>
/// <param name="Indicator">The indicator's number; null for the criterion's own row.</param>
/// <param name="Result">Its result; null when blank.</param>
/// <param name="Score">Its points; null where the table gives none.</param>
/// <param name="MaxScore">The points attainable; null where the table gives none.</param>
public sealed record FactCriterion(int Criterion, int? Indicator, Result? Result, decimal? Score = null, decimal? MaxScore = null);

/// <summary>A target set by a plan.</summary>
/// <param name="Indicator">Id of the indicator, such as "family".</param>
/// <param name="Year">The year it is set for.</param>
/// <param name="Percent">The share to be reached, in percent.</param>
public sealed record FactTarget(string Indicator, int Year, decimal Percent);
