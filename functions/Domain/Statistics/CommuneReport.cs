using System.Collections.Immutable;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.Domain.Statistics;

/// <summary>A registered office in a commune's report.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Received">The day on which its request or self-assessment came in; null when none did.</param>
/// <param name="IsComplete">True when nothing is missing in that dossier and nobody has to look at it again.</param>
/// <param name="Own">What the rules give from its own summary table; null when they give nothing.</param>
/// <param name="Appraised">What they give from the table that the council appraised; null when there is none.</param>
/// <param name="Recognition">The decision of the year after the assessed one; null when none is on record.</param>
public sealed record CommuneReportRow(string Name, DateOnly? Received, bool IsComplete, Result? Own, Result? Appraised, GrantedRecognition? Recognition);

/// <summary>What a commune reports to its province on a year (S2, VI.2): the figures that are on record.</summary>
/// <param name="Year">The assessed year.</param>
/// <param name="Rows">Every registered office, by name.</param>
/// <param name="LastDay">The last day on which dossiers were in time.</param>
/// <param name="HasRecognitions">True when any decision about an office of the commune is on record; without one nobody knows.</param>
public sealed record CommuneReport(int Year, ImmutableArray<CommuneReportRow> Rows, DateOnly LastDay, bool HasRecognitions)
{
    private const string Council = "unit-council";

    /// <summary>Offices that handed in.</summary>
    public ImmutableArray<CommuneReportRow> HandedIn => [.. Rows.Where(row => row.Received is not null)];

    /// <summary>Offices that did not.</summary>
    public ImmutableArray<CommuneReportRow> Missing => [.. Rows.Where(row => row.Received is null)];

    /// <summary>How many handed in after the last day.</summary>
    public int Late => Rows.Count(row => row.Received > LastDay);

    /// <summary>How many have a dossier that somebody has to look at again.</summary>
    public int NotComplete => HandedIn.Count(row => !row.IsComplete);

    /// <summary>How many of the offices have that result by their own table.</summary>
    public int Own(Result result) => Rows.Count(row => row.Own == result);

    /// <summary>How many have that result by the council's table.</summary>
    public int Appraised(Result result) => Rows.Count(row => row.Appraised == result);

    /// <summary>How many were recognised at that level; null when nothing is on record.</summary>
    public int? Recognised(Result level) => HasRecognitions ? Rows.Count(row => row.Recognition?.Level == level) : null;

    /// <summary>The report of a commune.</summary>
    /// <param name="year">The assessed year.</param>
    /// <param name="offices">Its registered offices: slug and name.</param>
    /// <param name="facts">Dossiers of the year.</param>
    /// <param name="recognitions">Recognitions on record.</param>
    /// <param name="lastDay">The last day on which dossiers were in time.</param>
    public static CommuneReport Of(int year, IEnumerable<(string Slug, string Name)> offices, IEnumerable<DossierFact> facts, RecognitionList recognitions, DateOnly lastDay)
    {
        ArgumentNullException.ThrowIfNull(recognitions);
        var byOffice = facts.ToLookup(fact => fact.Office, StringComparer.Ordinal);
        var all = offices.ToArray();
        return new(
            year, [.. all.Select(office => Row(year, office.Name, byOffice[office.Slug], recognitions.OfOffice(office.Slug))).OrderBy(row => row.Name, StringComparer.Ordinal)],
            lastDay, all.Any(office => recognitions.OfOffice(office.Slug).Any()));
    }

    // Of a self-assessment and a request the request counts: it is what the office asks by.
    private static CommuneReportRow Row(int year, string name, IEnumerable<DossierFact> facts, IEnumerable<GrantedRecognition> recognitions)
    {
        var own = facts.Where(fact => fact.Kind is "unit-request" or "unit-self-assessment").OrderBy(fact => fact.Kind, StringComparer.Ordinal).ToArray();
        return new(
            name, own.Length == 0 ? null : own.Min(fact => fact.Received), own.Length > 0 && own.All(fact => fact.Verdict == Verdict.Complete), own.FirstOrDefault()?.Computed,
            facts.FirstOrDefault(fact => fact.Kind == Council)?.Computed,
            recognitions.Where(one => one.Decided.Year == year + 1).OrderByDescending(one => one.Decided).FirstOrDefault());
    }
}
