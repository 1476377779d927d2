using System.Collections.Immutable;
using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Dossiers;

/// <summary>All that was read from a dossier's files: the input of every check.</summary>
/// <param name="Dossier">What is known of the dossier itself.</param>
/// <param name="Files">Its files in the order received.</param>
/// <param name="Forms">The forms found, by file and page.</param>
public sealed record DossierReading(DossierFacts Dossier, ImmutableArray<FileReading> Files, ImmutableArray<FormReading> Forms);
