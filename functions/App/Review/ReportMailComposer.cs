using LearningSociety.App.Notifications;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Review;

/// <summary>
/// Makes the completeness report as a mail. The same report, catalogue and link always give the same mail, byte for byte,
/// so that a mail sent again after a crash is the one sent before.
/// </summary>
public static class ReportMailComposer
{
    /// <summary>The mail of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="catalogue">The catalogue the revision is pinned to.</param>
    /// <param name="reportLink">Where the report page stands; null when people cannot reach it.</param>
    public static ReportMail Compose(DossierReport report, Catalogue catalogue, Uri? reportLink)
    {
        var digest = ReportDigestBuilder.Build(report, catalogue);
        var words = new ReportWords(catalogue);
        return new(Subject(digest), MailHtml.Render(digest, words, reportLink), MailText.Render(digest, words, reportLink));
    }

    private static string Subject(ReportDigest digest)
    {
        var dossier = digest.Report.Dossier;
        var subject = $"[{digest.Verdict}] {dossier.OfficeName}: {digest.Title} (lần {dossier.Revision})";

        // A line break in an office's name would end the header field.
        return string.Join(' ', subject.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
