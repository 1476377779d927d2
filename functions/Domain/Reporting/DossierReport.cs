using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Signatures;

namespace LearningSociety.Domain.Reporting;

/// <summary>What the check of a dossier comes to. The software never says "recognised": people recognise.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Nothing is missing or contradicts.</summary>
    [JsonStringEnumMemberName("complete")] Complete,

    /// <summary>A value that decides could not be read surely; somebody has to look.</summary>
    [JsonStringEnumMemberName("doubtful")] Doubtful,

    /// <summary>A finding of severity error stands.</summary>
    [JsonStringEnumMemberName("incomplete")] Incomplete,
}

/// <summary>The completeness report of one revision: the contract of report.json.</summary>
public sealed record DossierReport(
    ReportDossier Dossier, Verdict Verdict, ImmutableArray<ReportDocument> Documents, ImmutableArray<ReportFinding> Findings, ReportAssessment Assessment)
{
    /// <summary>How report.json is written: camel case, nulls kept, Vietnamese unescaped.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>The dossier a report is about.</summary>
public sealed record ReportDossier(string Id, string Kind, string Office, string OfficeName, int Year, int Revision, DateOnly Received);

/// <summary>A form found. Pages are 1-based pages of the file.</summary>
public sealed record ReportDocument(
    string Form, string File, ImmutableArray<int> Pages, Confidence Confidence, string Reason, ReportHeader Header, int? AssessedYear, ReportSignature Signature,
    Result? Declared, int? CouncilSize, ImmutableArray<ReportCriterion> Criteria, ImmutableArray<ReportGrading> Gradings, ImmutableArray<ReportTarget> Targets,
    ImmutableArray<ReportEvidence> Evidence);

/// <summary>A form's formal parts; null where blank.</summary>
public sealed record ReportHeader(string? Number, DateOnly? Date, string? Agency, string? Signer);

/// <summary>A form's signature.</summary>
public sealed record ReportSignature(SignatureState State, Trust? Trust, ImmutableArray<ReportSigner> Signers);

/// <summary>A digital signer; the time as it stands in the signature.</summary>
public sealed record ReportSigner(string? Name, string? Organisation, DateTimeOffset? Time);

/// <summary>A row of a summary table; the box is [left, top, right, bottom] in page fractions.</summary>
public sealed record ReportCriterion(
    int Criterion, int? Indicator, Result? Result, decimal? Score, decimal? MaxScore, string Summary, Confidence Confidence, int? Page, ImmutableArray<double>? Box);

/// <summary>A grading table.</summary>
public sealed record ReportGrading(GradingKind Kind, int Year, ImmutableArray<ReportGradingRow> Rows);

/// <summary>A row of a grading table; failed is null in a plan.</summary>
public sealed record ReportGradingRow(string District, int Communes, int Assessed, int Good, int Fair, int Average, int? Failed, int NotAssessed);

/// <summary>A target with the place it was read from.</summary>
public sealed record ReportTarget(string Indicator, int Year, decimal Percent, int? Page, ImmutableArray<double>? Box);

/// <summary>Any other value with its place, for the boxes beside the pages: what it is ("number", "date", "agency", "signer", "assessedYear", "declared", "councilSize", "signature", "seal"), its text and box.</summary>
public sealed record ReportEvidence(string Field, string Text, Confidence Confidence, int Page, ImmutableArray<double>? Box);

/// <summary>A finding with its sentence in Vietnamese.</summary>
public sealed record ReportFinding(
    FindingCode Code, Severity Severity, string? Form, string? File, int? Page, string? Row, string? Column, ImmutableArray<double>? Box, string Message);

/// <summary>The overall result declared and the one the rules give; null when a row that counts is blank or a table is absent.</summary>
public sealed record ReportAssessment(Result? Declared, Result? Computed);
