namespace LearningSociety.Domain.Dossiers;

/// <summary>What is known of a dossier before a page is read.</summary>
/// <param name="Id">The dossier's id, as text.</param>
/// <param name="Kind">The dossier kind of the catalogue.</param>
/// <param name="Office">The office's slug.</param>
/// <param name="OfficeName">The office's name as people write it.</param>
/// <param name="Year">The year the dossier is for.</param>
/// <param name="Revision">1-based revision.</param>
/// <param name="Received">The day of receipt in Viet Nam (UTC+7).</param>
public sealed record DossierFacts(string Id, string Kind, string Office, string OfficeName, int Year, int Revision, DateOnly Received);
