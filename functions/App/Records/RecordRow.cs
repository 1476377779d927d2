using System.Collections.Immutable;
using System.Globalization;
using Azure.Data.Tables;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Records;

/// <summary>A row of a table of records.</summary>
/// <param name="Table">The table.</param>
/// <param name="Row">The row.</param>
public sealed record RecordRow(string Table, TableEntity Row);

/// <summary>The rows that a report comes to. Keys and values follow from the report alone: writing it twice changes nothing.</summary>
public static class RecordRows
{
    private const int LongestText = 30_000;

    /// <summary>Rows by dossier, for review; they stay as history.</summary>
    public static ImmutableArray<RecordRow> Of(DossierReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var rows = ImmutableArray.CreateBuilder<RecordRow>();
        var dossier = report.Dossier;
        var revision = TableKeys.Revision(dossier.Revision);
        for (var d = 0; d < report.Documents.Length; d++)
        {
            var document = report.Documents[d];
            var key = $"{revision}-{d:D4}";
            rows.Add(new(Tables.Documents, RowSchemas.Documents.Stamp(new(dossier.Id, key)
            {
                ["Form"] = document.Form, ["File"] = document.File, ["Pages"] = string.Join(',', document.Pages), ["Confidence"] = document.Confidence.Value,
                ["Number"] = Text(document.Header.Number), ["Date"] = Day(document.Header.Date), ["Agency"] = Text(document.Header.Agency), ["Signer"] = Text(document.Header.Signer),
                ["AssessedYear"] = document.AssessedYear, ["Signature"] = WireName.Of(document.Signature.State), ["Declared"] = Name(document.Declared), ["CouncilSize"] = document.CouncilSize,
            })));
            foreach (var row in document.Criteria)
                rows.Add(new(Tables.Criteria, RowSchemas.Criteria.Stamp(new(dossier.Id, $"{key}-{row.Criterion:D3}-{row.Indicator ?? 0:D3}")
                {
                    ["Form"] = document.Form, ["Criterion"] = row.Criterion, ["Indicator"] = row.Indicator, ["Result"] = Name(row.Result),
                    ["Score"] = (double?)row.Score, ["MaxScore"] = (double?)row.MaxScore, ["Summary"] = Text(row.Summary), ["Confidence"] = row.Confidence.Value, ["File"] = document.File, ["Page"] = row.Page,
                })));
        }

        for (var f = 0; f < report.Findings.Length; f++)
        {
            var finding = report.Findings[f];
            rows.Add(new(Tables.Findings, RowSchemas.Findings.Stamp(new(dossier.Id, $"{revision}-{f:D4}")
            {
                ["Code"] = WireName.Of(finding.Code), ["Severity"] = WireName.Of(finding.Severity), ["Form"] = Text(finding.Form), ["File"] = Text(finding.File),
                ["Page"] = finding.Page, ["Row"] = Text(finding.Row), ["Column"] = Text(finding.Column), ["Message"] = Text(finding.Message),
            })));
        }

        return Unique(rows);
    }

    // A page read twice may give a row twice; a batch must name each key once.
    private static ImmutableArray<RecordRow> Unique(ImmutableArray<RecordRow>.Builder rows) =>
        [.. rows.DistinctBy(row => (row.Table, row.Row.PartitionKey, row.Row.RowKey))];

    private static string Name(Result? result) => result is { } value ? WireName.Of(value) : "";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Text(string? text) => text is null ? "" : text.Length > LongestText ? text[..LongestText] : text;
}
