namespace LearningSociety.Domain.Statistics;

/// <summary>A report that came in on paper or by letter, not as a dossier.</summary>
/// <param name="Report">Id of the report in the catalogue's calendar.</param>
/// <param name="Year">The year that it is about.</param>
/// <param name="Sender">The office's slug, or the administrative unit's code.</param>
/// <param name="Received">The day of receipt.</param>
/// <param name="Number">Its number and sign; empty when unknown.</param>
public sealed record ReportReceipt(string Report, int Year, string Sender, DateOnly Received, string Number);
