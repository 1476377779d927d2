using LearningSociety.App.Access;
using LearningSociety.App.Api;
using LearningSociety.App.Records;
using LearningSociety.App.Web.Answers;
using LearningSociety.App.Web.Assets;
using LearningSociety.App.Web.Markup;
using LearningSociety.App.Web.Pages;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Reporting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Review;

/// <summary>A dossier's report for people: the text, and beside it the pages with the boxes of what was read.</summary>
public sealed class ReportPage(PageFrame frame, DossierDoor door, IDossierBook book, AssetBook assets, Catalogue catalogue)
{
    /// <summary>Shows the page.</summary>
    [Function("ReportPage"), AllowRoles(Role.Office, Role.Reviewer, Role.Province, Role.Administrator)]
    public async Task<IActionResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dossiers/{id}/report")] HttpRequest request)
    {
        if (await door.FindAsync(request) is not { } status) return frame.Refuse(request, Problem.NoDossier);
        if (!DossierFunctions.RevisionOf(request, out var revision)) return frame.Refuse(request, DossierFunctions.InvalidRevision);
        if (await book.ReportAsync(status.Dossier, revision, request.HttpContext.RequestAborted) is not { } report)
            return revision is null ? Answer.SeeOther($"/dossiers/{status.Dossier}") : frame.Refuse(request, DossierFunctions.NoReport);

        var digest = ReportDigestBuilder.Build(report, catalogue);
        return Answer.Page(frame.Render(request, $"Báo cáo · {report.Dossier.OfficeName}", Render(digest, FilesOf(report, status)), wide: true));
    }

    private Html Render(ReportDigest digest, IReadOnlyList<string> files)
    {
        var dossier = digest.Report.Dossier;
        var (viewer, pdf, worker) = (assets.Url("viewer.mjs"), assets.Url("pdf.min.mjs"), assets.Url("pdf.worker.min.mjs"));
        return Html.Of($"""
            <p class="crumb"><a href="/dossiers/{dossier.Id}">‹ Về hồ sơ</a></p>
            <div class="report">
            <article class="told">{ReportContent.Render(digest, new ReportWords(catalogue))}</article>
            <aside class="sheets" id="sheets" aria-label="Các trang của hồ sơ" data-pdf="{pdf}" data-worker="{worker}">
            {Html.Each(files, file => Html.Of($"""
                <section class="sheet-file" data-name="{file}" data-src="{Spot.Original(dossier.Id, file)}">
                <h2>{file} <a href="{Spot.Original(dossier.Id, file)}">mở tệp gốc</a></h2>
                <div class="pages"></div>
                </section>

                """))}
            </aside>
            </div>
            {Html.When(viewer is not null && pdf is not null && worker is not null, () => Html.Of($"""<script type="module" src="{viewer}"></script>"""))}
            """);
    }

    /// <summary>The files that the report speaks of, then the others of the dossier.</summary>
    private static List<string> FilesOf(DossierReport report, DossierStatus status) =>
        [.. report.Documents.Select(document => document.File)
            .Concat(report.Findings.Select(finding => finding.File).OfType<string>())
            .Concat(report.Dossier.Revision == status.Revision ? status.Files.Select(file => file.Name) : [])
            .Distinct(StringComparer.Ordinal)];
}
