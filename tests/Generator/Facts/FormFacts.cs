using System.Collections.Immutable;

namespace LearningSociety.Generator.Facts;

/// <summary>What stands at a form's end.</summary>
public enum Signing
{
    /// <summary>Seal and handwriting.</summary>
    Paper,

    /// <summary>A seal without handwriting.</summary>
    SealOnly,

    /// <summary>Handwriting without a seal.</summary>
    HandOnly,

    /// <summary>Neither.</summary>
    None,
}

/// <summary>A target of a plan.</summary>
public sealed record Target(string Indicator, int Year, int Percent);

/// <summary>A form: what is in it, before it has a page.</summary>
public sealed record FormFacts
{
    /// <summary>The form's id, as the catalogue has it; "unknown" for a stray page.</summary>
    public required string Id { get; init; }

    /// <summary>The issuing agency as printed; null for an annex without letterhead.</summary>
    public string? Agency { get; init; }

    /// <summary>The body above it, as printed; null when the letterhead has none.</summary>
    public string? Parent { get; init; }

    /// <summary>Number and sign; null when blank.</summary>
    public string? Number { get; init; }

    /// <summary>What stands behind "Số:" when the number is blank: "/TTr".</summary>
    public string Sign { get; init; } = "";

    /// <summary>Date of issue.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Place of issue.</summary>
    public string Place { get; init; } = "";

    /// <summary>The printed name under the signature; null where there are two or none.</summary>
    public string? Signer { get; init; }

    /// <summary>Lines above the signature.</summary>
    public ImmutableArray<string> Titles { get; init; } = [];

    /// <summary>The unit that the form is about.</summary>
    public required string Unit { get; init; }

    /// <summary>The year that the form is about.</summary>
    public int Year { get; init; }

    /// <summary>The result it declares.</summary>
    public Outcome? Declared { get; init; }

    /// <summary>Members of the council; null where none is named.</summary>
    public int? CouncilSize { get; init; }

    /// <summary>How it is signed.</summary>
    public Signing Signing { get; init; }

    /// <summary>The table of criteria; null where there is none.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>Grading tables.</summary>
    public ImmutableArray<GradingSheet> Gradings { get; init; } = [];

    /// <summary>Targets.</summary>
    public ImmutableArray<Target> Targets { get; init; } = [];
}

/// <summary>A finding that a check must make.</summary>
public sealed record ExpectedFinding(string Code, string? Form);

/// <summary>A dossier: what is in it and what must be found, before it has pages.</summary>
public sealed record DossierFacts
{
    /// <summary>Its folder's name.</summary>
    public required string Name { get; init; }

    /// <summary>The dossier's kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The office's id.</summary>
    public required string OfficeId { get; init; }

    /// <summary>The office's name.</summary>
    public required string OfficeName { get; init; }

    /// <summary>The dossier's year.</summary>
    public required int Year { get; init; }

    /// <summary>When it came in.</summary>
    public required DateOnly Received { get; init; }

    /// <summary>"phường" or "xã" for units, as the texts name the level.</summary>
    public required string Level { get; init; }

    /// <summary>The commune, district or province.</summary>
    public required string Place { get; init; }

    /// <summary>Its forms.</summary>
    public required ImmutableArray<FormFacts> Forms { get; init; }

    /// <summary>What must be found.</summary>
    public required ImmutableArray<ExpectedFinding> Findings { get; init; }
}
