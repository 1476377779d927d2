using System.Collections.Immutable;
using LearningSociety.Domain.Findings;

namespace LearningSociety.Domain.Dossiers;

/// <summary>One file of a dossier, with what is wrong with it as a file.</summary>
/// <param name="Name">The file's name within the dossier.</param>
/// <param name="PageCount">Pages in the file; 0 when it could not be opened.</param>
/// <param name="Problems">What keeps the file or some of its pages from being read, and pages that are blank or there twice.</param>
public sealed record FileReading(string Name, int PageCount, ImmutableArray<FileProblem> Problems);

/// <summary>A fault of a file or a page: one of the file-, page- and secret-document finding codes, or a doubt whether a page is a duplicate.</summary>
/// <param name="Code">Which.</param>
/// <param name="Page">1-based page; null for the whole file.</param>
/// <param name="Reason">The particular reason for people, in Vietnamese; empty when the code says it all. For a doubt, what differs.</param>
/// <param name="OriginalPage">For a duplicate, the page it repeats.</param>
/// <param name="OriginalFile">For a duplicate, the file of the page it repeats.</param>
public sealed record FileProblem(FindingCode Code, int? Page, string Reason, int? OriginalPage = null, string? OriginalFile = null);
