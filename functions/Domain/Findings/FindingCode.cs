using System.Text.Json.Serialization;

namespace LearningSociety.Domain.Findings;

/// <summary>Every kind of finding; the names on the wire are part of the result contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingCode>))]
public enum FindingCode
{
    /// <summary>A required form is not in the dossier.</summary>
    [JsonStringEnumMemberName("form-missing")] FormMissing,

    /// <summary>A form that must be signed is not, or lacks the seal.</summary>
    [JsonStringEnumMemberName("form-unsigned")] FormUnsigned,

    /// <summary>A digital signature is broken, or the content was changed after it.</summary>
    [JsonStringEnumMemberName("signature-invalid")] SignatureInvalid,

    /// <summary>The form is about another assessed year.</summary>
    [JsonStringEnumMemberName("wrong-year")] WrongYear,

    /// <summary>The form is about another office.</summary>
    [JsonStringEnumMemberName("wrong-office")] WrongOffice,

    /// <summary>A criterion, indicator or overall row has no result.</summary>
    [JsonStringEnumMemberName("criterion-blank")] CriterionBlank,

    /// <summary>A declared result is not what the rules give.</summary>
    [JsonStringEnumMemberName("result-mismatch")] ResultMismatch,

    /// <summary>A letter, report or decision names another level than the summary table.</summary>
    [JsonStringEnumMemberName("declared-differs")] DeclaredDiffers,

    /// <summary>A row or column of a grading table does not add up.</summary>
    [JsonStringEnumMemberName("sum-mismatch")] SumMismatch,

    /// <summary>The council is too small or has an even number of members.</summary>
    [JsonStringEnumMemberName("council-size")] CouncilSize,

    /// <summary>A page could not be read.</summary>
    [JsonStringEnumMemberName("page-unreadable")] PageUnreadable,

    /// <summary>The file asks for a password.</summary>
    [JsonStringEnumMemberName("file-encrypted")] FileEncrypted,

    /// <summary>The file is damaged.</summary>
    [JsonStringEnumMemberName("file-damaged")] FileDamaged,

    /// <summary>The file is not a PDF.</summary>
    [JsonStringEnumMemberName("file-not-pdf")] FileNotPdf,

    /// <summary>The file is over the size limit.</summary>
    [JsonStringEnumMemberName("file-too-large")] FileTooLarge,

    /// <summary>The file has more pages than allowed.</summary>
    [JsonStringEnumMemberName("file-too-many-pages")] FileTooManyPages,

    /// <summary>The document bears a secrecy stamp.</summary>
    [JsonStringEnumMemberName("secret-document")] SecretDocument,

    /// <summary>A request although the summary table's result is not met.</summary>
    [JsonStringEnumMemberName("not-eligible")] NotEligible,

    /// <summary>A percentage in prose is not what its counts give.</summary>
    [JsonStringEnumMemberName("percentage-mismatch")] PercentageMismatch,

    /// <summary>A number in prose is not the table's.</summary>
    [JsonStringEnumMemberName("count-mismatch")] CountMismatch,

    /// <summary>A row is declared met without a word of evidence.</summary>
    [JsonStringEnumMemberName("evidence-empty")] EvidenceEmpty,

    /// <summary>The text names an annex that is not there.</summary>
    [JsonStringEnumMemberName("annex-missing")] AnnexMissing,

    /// <summary>The dossier came after its deadline.</summary>
    [JsonStringEnumMemberName("deadline-missed")] DeadlineMissed,

    /// <summary>A digital signature is intact, its issuer is not among the configured roots.</summary>
    [JsonStringEnumMemberName("signer-untrusted")] SignerUntrusted,

    /// <summary>A form is there twice.</summary>
    [JsonStringEnumMemberName("form-duplicate")] FormDuplicate,

    /// <summary>A page is there twice.</summary>
    [JsonStringEnumMemberName("page-duplicate")] PageDuplicate,

    /// <summary>A page is blank.</summary>
    [JsonStringEnumMemberName("page-blank")] PageBlank,

    /// <summary>A page's text layer is not what the page shows.</summary>
    [JsonStringEnumMemberName("text-layer-differs")] TextLayerDiffers,

    /// <summary>A value that decides was read below its threshold.</summary>
    [JsonStringEnumMemberName("low-confidence")] LowConfidence,
}

/// <summary>How grave a finding is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    [JsonStringEnumMemberName("info")] Info,

    /// <summary>Somebody should look.</summary>
    [JsonStringEnumMemberName("warning")] Warning,

    /// <summary>The dossier is incomplete.</summary>
    [JsonStringEnumMemberName("error")] Error,
}

/// <summary>The severity of each code.</summary>
public static class FindingSeverity
{
    /// <summary>The severity of a code; fixed by the result contract.</summary>
    public static Severity Of(FindingCode code) => code switch
    {
        <= FindingCode.SecretDocument => Severity.Error,
        FindingCode.PageBlank or FindingCode.PageDuplicate => Severity.Info,
        _ => Severity.Warning,
    };
}
