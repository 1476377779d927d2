using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;

namespace LearningSociety.Domain.Findings;

/// <summary>One finding of the completeness check. Its sentence is made from the message catalogue and <see cref="Facts"/>.</summary>
public sealed record Finding
{
    /// <summary>What kind of finding.</summary>
    public required FindingCode Code { get; init; }

    /// <summary>The form it is about, also where that form is missing; null for a file or the whole dossier.</summary>
    public string? Form { get; init; }

    /// <summary>The file it is about.</summary>
    public string? File { get; init; }

    /// <summary>1-based page of the file.</summary>
    public int? Page { get; init; }

    /// <summary>The row of a table, as people call it ("Tiêu chí 1, chỉ tiêu 2", "Kim Bôi").</summary>
    public string? Row { get; init; }

    /// <summary>The column of a table, as people call it.</summary>
    public string? Column { get; init; }

    /// <summary>The box on the page, when there is one.</summary>
    public PageBox? Box { get; init; }

    /// <summary>The situation within the code, which chooses the sentence ("seal-only"); null for the plain one.</summary>
    public string? Variant { get; init; }

    /// <summary>Values for the message's placeholders, by placeholder name.</summary>
    public ImmutableSortedDictionary<string, string> Facts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How grave it is.</summary>
    public Severity Severity => FindingSeverity.Of(Code);
}
