using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Signatures;

namespace LearningSociety.Domain.Forms;

/// <summary>One form found in one file of a dossier, with all that was read from it.</summary>
public sealed record FormReading
{
    /// <summary>The form id of pages of no known form.</summary>
    public const string Unknown = "unknown";

    /// <summary>The catalogue's form id, such as "unit-m18"; <see cref="Unknown"/> for pages of no known form.</summary>
    public required string Form { get; init; }

    /// <summary>The file's name within the dossier.</summary>
    public required string File { get; init; }

    /// <summary>1-based pages of the file, ascending.</summary>
    public required ImmutableArray<int> Pages { get; init; }

    /// <summary>Of pages of no known form those that are a paper each: a dated letterhead above, the signer's title below.</summary>
    public ImmutableArray<int> OwnPapers { get; init; } = [];

    /// <summary>How sure the classification is.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>What the classification rests on, in Vietnamese, such as "Mẫu 18; tiêu đề BẢNG TỔNG HỢP".</summary>
    public required string Reason { get; init; }

    /// <summary>Number, date, agency and signer.</summary>
    public FormHeader Header { get; init; } = FormHeader.Empty;

    /// <summary>The assessed year the form is about; null when it does not say.</summary>
    public Read<int>? AssessedYear { get; init; }

    /// <summary>Offices named in the text as the one the form is about (not the letterhead).</summary>
    public ImmutableArray<Read<string>> NamedOffices { get; init; } = [];

    /// <summary>How the form is signed.</summary>
    public SignatureReading Signature { get; init; } = SignatureReading.Unknown;

    /// <summary>The overall result the form itself claims.</summary>
    public Read<Result>? Declared { get; init; }

    /// <summary>True when the form has an overall row (TỔNG HỢP), filled or not.</summary>
    public bool HasOverallRow { get; init; }

    /// <summary>Why the overall row's result is null or may be wrong although something stands there (two ticks, unreadable ink); null when there is no doubt beyond the confidence.</summary>
    public string? OverallDoubt { get; init; }

    /// <summary>True when this entry goes on with the form of the same id before it, which began in another file.</summary>
    public bool ContinuesPrevious { get; init; }

    /// <summary>Where the overall row's result stands or should stand.</summary>
    public Place? OverallPlace { get; init; }

    /// <summary>Members of the council, chair included.</summary>
    public Read<int>? CouncilSize { get; init; }

    /// <summary>Rows of the summary table in order.</summary>
    public ImmutableArray<CriterionRow> Criteria { get; init; } = [];

    /// <summary>Grading tables in order.</summary>
    public ImmutableArray<GradingTable> Gradings { get; init; } = [];

    /// <summary>Targets read from the prose.</summary>
    public ImmutableArray<TargetReading> Targets { get; init; } = [];

    /// <summary>Counts and shares stated in the prose of a grading plan.</summary>
    public ImmutableArray<ProseFigure> ProseFigures { get; init; } = [];

    /// <summary>Annexes that the text names.</summary>
    public ImmutableArray<NamedAnnex> NamedAnnexes { get; init; } = [];
}
