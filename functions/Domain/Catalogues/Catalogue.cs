using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Catalogues;

/// <summary>
/// The schemes as data: which forms exist and how to recognise them, what a dossier must hold, who signs, the criteria,
/// deadlines, targets and messages. Everything carries its legal source and dates of validity.
/// </summary>
/// <param name="Version">The catalogue's version; revisions of dossiers are pinned to it.</param>
/// <param name="Kinds">Dossier kinds.</param>
/// <param name="Forms">Form types.</param>
/// <param name="Schemes">Assessment schemes.</param>
/// <param name="Indicators">Target indicators of plans.</param>
/// <param name="Thresholds">Confidence below which a value that decides is doubtful.</param>
/// <param name="Messages">Sentences for people, in Vietnamese, by finding code.</param>
/// <param name="Labels">Vietnamese names of enumerations (results, signature states, verdicts, columns), by "group.key".</param>
public sealed record Catalogue(
    string Version, ImmutableArray<DossierKind> Kinds, ImmutableArray<FormType> Forms, ImmutableArray<Scheme> Schemes,
    ImmutableArray<TargetIndicator> Indicators, Thresholds Thresholds,
    ImmutableSortedDictionary<string, string> Messages, ImmutableSortedDictionary<string, string> Labels)
{
    /// <summary>How names of offices are written.</summary>
    public OfficeVocabulary Offices { get; init; } = OfficeVocabulary.Empty;

    /// <summary>The calendar of reports.</summary>
    public ImmutableArray<ReportDue> Reports { get; init; } = [];

    /// <summary>The kind of that id; null when there is none.</summary>
    public DossierKind? Kind(string? id) => Kinds.FirstOrDefault(kind => kind.Id == id);

    /// <summary>The form type of that id; null when there is none.</summary>
    public FormType? Form(string? id) => Forms.FirstOrDefault(form => form.Id == id);

    /// <summary>The scheme of that id; null when there is none.</summary>
    public Scheme? Scheme(string? id) => Schemes.FirstOrDefault(scheme => scheme.Id == id);
}

/// <summary>Where a rule comes from and when it holds.</summary>
/// <param name="Text">The legal source, such as "Thông tư 24/2023/TT-BGDĐT; Kế hoạch phường Kinh Môn 2025, IV.6".</param>
/// <param name="From">First day of validity; null when unbounded.</param>
/// <param name="To">Last day of validity; null when unbounded.</param>
public sealed record Source(string Text, DateOnly? From, DateOnly? To);

/// <summary>A kind of dossier.</summary>
/// <param name="Id">Such as "unit-request".</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="Required">Ids of the forms that must be there.</param>
/// <param name="Optional">Ids of the forms that may be there.</param>
/// <param name="Deadline">When it must be in; null when the seeds set none.</param>
/// <param name="SummaryForm">Id of the form whose table decides the result; null when the kind has none.</param>
/// <param name="LetterForm">Id of the letter that names the level asked for; null when there is none.</param>
/// <param name="IsRequest">True when the dossier asks for recognition, so that an unmet result is "not-eligible".</param>
/// <param name="Source">Legal source.</param>
public sealed record DossierKind(
    string Id, string Name, ImmutableArray<string> Required, ImmutableArray<string> Optional, Deadline? Deadline,
    string? SummaryForm, string? LetterForm, bool IsRequest, Source Source)
{
    /// <summary>What the year of a dossier of this kind means.</summary>
    public YearMeaning Year { get; init; }

    /// <summary>Forms that in this kind bear the council's letterhead, whatever they bear elsewhere.</summary>
    public ImmutableArray<string> CouncilIssued { get; init; } = [];
}

/// <summary>A day by which something must be in. "Trước ngày" excludes the day itself.</summary>
/// <param name="Month">Month, 1..12.</param>
/// <param name="Day">Day of the month.</param>
/// <param name="YearOffset">Years after the dossier's year.</param>
/// <param name="Source">Legal source.</param>
public sealed record Deadline(int Month, int Day, int YearOffset, Source Source)
{
    /// <summary>The first day that is too late.</summary>
    public DateOnly Before(int dossierYear) => new(dossierYear + YearOffset, Month, Day);
}

/// <summary>What a form needs to count as signed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SigningRule>))]
public enum SigningRule
{
    /// <summary>No signature needed.</summary>
    [JsonStringEnumMemberName("none")] None,

    /// <summary>A signature; a seal is not required.</summary>
    [JsonStringEnumMemberName("signature")] Signature,

    /// <summary>Signature and seal on paper, or valid digital signatures.</summary>
    [JsonStringEnumMemberName("signature-and-seal")] SignatureAndSeal,
}

/// <summary>Whose letterhead a form bears.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Issuer>))]
public enum Issuer
{
    /// <summary>The office the dossier is about.</summary>
    [JsonStringEnumMemberName("office")] Office,

    /// <summary>The assessment council; the office is named in the text.</summary>
    [JsonStringEnumMemberName("council")] Council,

    /// <summary>The People's Committee; the office is named in the text.</summary>
    [JsonStringEnumMemberName("committee")] Committee,
}

/// <summary>A form of the catalogue.</summary>
/// <param name="Id">Such as "unit-m18".</param>
/// <param name="Name">Vietnamese name, such as "Bảng tổng hợp kết quả (Mẫu 18)".</param>
/// <param name="Recognition">How to recognise it.</param>
/// <param name="Signing">What it needs to count as signed.</param>
/// <param name="Issuer">Whose letterhead it bears in dossiers of most kinds.</param>
/// <param name="Scheme">Id of the scheme whose criterion table it holds; null when it holds none.</param>
/// <param name="HasHeader">False for an annex, which carries no number, date or agency of its own.</param>
/// <param name="Content">What to extract: any of "criteria", "gradings", "targets", "declared", "councilSize", "assessedYear", "proseFigures".</param>
/// <param name="Source">Legal source.</param>
public sealed record FormType(
    string Id, string Name, Recognition Recognition, SigningRule Signing, Issuer Issuer, string? Scheme, bool HasHeader,
    ImmutableArray<string> Content, Source Source);

/// <summary>What tells a form from others. All comparisons are on folded text (no case, no diacritics).</summary>
/// <param name="Marks">Form numbers printed in a corner, such as "Mẫu 18", "Mẫu số 18", "M18".</param>
/// <param name="Titles">The title in capitals, such as "BẢNG TỔNG HỢP".</param>
/// <param name="Subjects">Phrases of the subject under the title.</param>
/// <param name="Signs">Signs after the number, such as "TTr", "BC", "QĐ".</param>
/// <param name="Phrases">Other telling phrases of the body.</param>
/// <param name="Excludes">Phrases that rule the form out.</param>
/// <param name="TableHeads">Column heads of its table, when it has one.</param>
public sealed record Recognition(
    ImmutableArray<string> Marks, ImmutableArray<string> Titles, ImmutableArray<string> Subjects, ImmutableArray<string> Signs,
    ImmutableArray<string> Phrases, ImmutableArray<string> Excludes, ImmutableArray<string> TableHeads);

/// <summary>How a scheme's overall result follows from its criteria.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OverallRule>))]
public enum OverallRule
{
    /// <summary>Met when every criterion is met (S1).</summary>
    [JsonStringEnumMemberName("all-met")] AllMet,

    /// <summary>The lowest level of the criteria (S2, inferred).</summary>
    [JsonStringEnumMemberName("lowest")] Lowest,
}

/// <summary>An assessment scheme.</summary>
/// <param name="Id">Such as "unit-2023".</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="Results">The results a row may have, lowest first.</param>
/// <param name="Overall">How the overall result follows.</param>
/// <param name="Criteria">The criteria where the source gives them; empty where an office has to complete them.</param>
/// <param name="Vocabulary">Words of a result cell and what they mean, such as "MĐ2" is level-2.</param>
/// <param name="PointThresholds">Lowest total points for each result; empty when points decide nothing.</param>
/// <param name="Source">Legal source.</param>
public sealed record Scheme(
    string Id, string Name, ImmutableArray<Result> Results, OverallRule Overall, ImmutableArray<Criterion> Criteria,
    ImmutableArray<ResultWord> Vocabulary, ImmutableArray<PointThreshold> PointThresholds, Source Source)
{
    /// <summary>Terms of recognition; each part null where the source sets none.</summary>
    public RecognitionTerms Terms { get; init; } = RecognitionTerms.None;

    /// <summary>What the assessment council must be; null where the source says nothing.</summary>
    public CouncilRule? Council { get; init; }
}

/// <summary>A word or phrase of a result cell or column head.</summary>
public sealed record ResultWord(string Text, Result Result);

/// <summary>The lowest share of attainable points, in percent, that gives a result.</summary>
public sealed record PointThreshold(decimal AtLeast, Result Result);

/// <summary>A criterion with its indicators.</summary>
public sealed record Criterion(int Number, string Text, ImmutableArray<Indicator> Indicators);

/// <summary>An indicator of a criterion.</summary>
public sealed record Indicator(int Number, string Text);

/// <summary>An indicator for which plans set targets.</summary>
/// <param name="Id">Such as "family".</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="Phrases">What a clause must say to be about this indicator; each phrase may join parts that must all occur with " + ".</param>
/// <param name="Excludes">Phrases that rule it out.</param>
/// <param name="Source">Legal source.</param>
public sealed record TargetIndicator(string Id, string Name, ImmutableArray<string> Phrases, ImmutableArray<string> Excludes, Source Source)
{
    /// <summary>What holds where no plan sets a target.</summary>
    public ImmutableArray<TargetGoal> Goals { get; init; } = [];

    /// <summary>Which register knows how many there are in all.</summary>
    public WholeRegister Whole { get; init; }
}

/// <summary>Confidences below which a value that decides is doubtful.</summary>
/// <param name="Form">A form's classification.</param>
/// <param name="Result">A criterion's result.</param>
/// <param name="Signature">A signature's state.</param>
/// <param name="Year">The assessed year.</param>
/// <param name="Figure">A cell of a grading table.</param>
public sealed record Thresholds(double Form, double Result, double Signature, double Year, double Figure);
