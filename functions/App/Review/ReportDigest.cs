using System.Collections.Immutable;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Review;

/// <summary>What a report tells a person, in the order in which it is told; the mail, its plain text and the page all render this.</summary>
/// <param name="Report">The report itself.</param>
/// <param name="Title">What the dossier is: its kind and year.</param>
/// <param name="Verdict">The verdict in two or three words.</param>
/// <param name="Headline">The verdict in one sentence.</param>
/// <param name="Groups">Findings by what they mean to the reader, gravest first; groups without findings are left out.</param>
/// <param name="Required">Every required form of the kind, found or not.</param>
/// <param name="Forms">The forms found, by file and page.</param>
/// <param name="Assessment">Declared and computed result; null when the dossier holds no assessment.</param>
public sealed record ReportDigest(
    DossierReport Report, string Title, string Verdict, string Headline, ImmutableArray<FindingGroup> Groups,
    ImmutableArray<RequiredForm> Required, ImmutableArray<FoundForm> Forms, DigestAssessment? Assessment);

/// <summary>What a group of findings means to the reader.</summary>
public enum FindingMeaning
{
    /// <summary>Something has to be added.</summary>
    Missing,

    /// <summary>Something is wrong, or two statements contradict each other.</summary>
    Contradicts,

    /// <summary>A file or page could not be read.</summary>
    Unreadable,

    /// <summary>Somebody should look.</summary>
    Doubtful,

    /// <summary>Worth knowing.</summary>
    Note,
}

/// <summary>Findings that mean the same to the reader.</summary>
/// <param name="Meaning">What they mean.</param>
/// <param name="Title">The heading.</param>
/// <param name="Findings">The findings, in the report's order.</param>
public sealed record FindingGroup(FindingMeaning Meaning, string Title, ImmutableArray<DigestFinding> Findings);

/// <summary>A finding with the words that say where it stands.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Index">Its 0-based position in the report, by which the page's boxes name it.</param>
/// <param name="Where">Form, file, page, row and column in words; empty for the dossier as a whole.</param>
public sealed record DigestFinding(ReportFinding Finding, int Index, string Where);

/// <summary>A form that the kind requires.</summary>
/// <param name="Form">The catalogue's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">Whether it is there.</param>
/// <param name="Where">File and pages; empty when it is missing.</param>
public sealed record RequiredForm(string Form, string Name, RequiredState State, string Where);

/// <summary>Whether a required form is there.</summary>
public enum RequiredState
{
    /// <summary>There, and nothing of severity error is said about it.</summary>
    Found,

    /// <summary>There, but a finding of severity error is about it.</summary>
    Faulty,

    /// <summary>Not there.</summary>
    Missing,
}

/// <summary>A form found.</summary>
/// <param name="Document">The form.</param>
/// <param name="Index">Its 0-based position in the report.</param>
/// <param name="Name">Its name.</param>
/// <param name="Where">File and pages.</param>
/// <param name="Identity">Number, date, agency and signer as far as read.</param>
/// <param name="Signature">The signature's state in words.</param>
/// <param name="SignatureTone">Whether that state is what the form needs.</param>
/// <param name="Signers">Digital signers, one line each.</param>
public sealed record FoundForm(
    ReportDocument Document, int Index, string Name, string Where, string Identity, string Signature, Tone SignatureTone, ImmutableArray<string> Signers);

/// <summary>How a statement strikes the reader; shown as colour and icon beside the words.</summary>
public enum Tone
{
    /// <summary>Neither.</summary>
    Plain,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Look at it.</summary>
    Doubt,

    /// <summary>Wrong or missing.</summary>
    Bad,
}

/// <summary>The overall result in words.</summary>
/// <param name="Declared">What the office declares.</param>
/// <param name="Computed">What the rules give.</param>
/// <param name="Sentence">How the two compare.</param>
/// <param name="Tone">Good when they agree, bad when they differ, doubt when one is unknown.</param>
public sealed record DigestAssessment(string Declared, string Computed, string Sentence, Tone Tone);
