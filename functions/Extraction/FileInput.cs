using System.Collections.Immutable;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Signatures;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.Extraction;

/// <summary>One file of a dossier as extraction gets it.</summary>
/// <param name="Name">The file's name within the dossier.</param>
/// <param name="PageCount">Pages in the file; 0 when it could not be opened.</param>
/// <param name="Layout">What the layout engine saw; null when the file could not be read at all (then <paramref name="Problems"/> say why).</param>
/// <param name="Signatures">The file's digital signatures.</param>
/// <param name="Problems">Faults of the file that were found before its pages were read.</param>
public sealed record FileInput(
    string Name, int PageCount, FileLayout? Layout, ImmutableArray<DigitalSignature> Signatures, ImmutableArray<FileProblem> Problems);
