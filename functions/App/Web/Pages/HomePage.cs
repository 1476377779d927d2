using LearningSociety.App.Access;
using LearningSociety.App.Api;
using LearningSociety.App.Records;
using LearningSociety.App.Web.Answers;
using LearningSociety.App.Web.Markup;
using LearningSociety.Domain.Catalogues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Web.Pages;

/// <summary>The start: the dossiers that the caller may see, newest change first.</summary>
public sealed class HomePage(PageFrame frame, DossierDoor door, Catalogue catalogue)
{
    private const int MostListed = 200;

    // An empty route would be taken for the function's name; this one matches the root alone.
    /// <summary>Shows the page.</summary>
    [Function("Home"), AllowRoles(Role.Office, Role.Reviewer, Role.Province, Role.Administrator)]
    public async Task<IActionResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{root:maxlength(0)?}")] HttpRequest request)
    {
        var caller = request.Caller();
        var dossiers = new List<DossierStatus>();
        var more = false;
        await foreach (var status in door.ListAsync(caller, request.HttpContext.RequestAborted))
        {
            more = dossiers.Count == MostListed;
            if (more) break;
            dossiers.Add(status);
        }

        var mayHandIn = caller.Role is Role.Office or Role.Administrator;
        return Answer.Page(frame.Render(request, "Hồ sơ", Html.Of($"""
            <div class="title-row"><h1>Hồ sơ</h1>{Html.When(mayHandIn, () => Html.Of($"""<a class="button" href="/dossiers/new">Nộp hồ sơ mới</a>"""))}</div>
            {(dossiers.Count == 0 ? Nothing(mayHandIn) : Table(dossiers))}
            {Html.When(more, () => Html.Of($"""<p class="quiet">Chỉ hiện {MostListed} hồ sơ thay đổi gần đây nhất.</p>"""))}
            """)));
    }

    private static Html Nothing(bool mayHandIn) => Html.Of($"""
        <section class="card empty"><p>Chưa có hồ sơ nào.</p>
        {Html.When(mayHandIn, () => Html.Of($"""<p>Bấm <a href="/dossiers/new">Nộp hồ sơ mới</a>, chọn loại hồ sơ rồi gửi các tệp PDF. Báo cáo kiểm tra có sau vài phút.</p>"""))}
        </section>
        """);

    private Html Table(List<DossierStatus> dossiers) => Html.Of($"""
        <table class="list">
        <thead><tr><th scope="col">Hồ sơ</th><th scope="col">Đơn vị</th><th scope="col">Tình trạng</th><th scope="col">Kết quả kiểm tra</th><th scope="col">Thay đổi lúc</th></tr></thead>
        <tbody>
        {Html.Each(dossiers, Row)}
        </tbody></table>
        """);

    private Html Row(DossierStatus status) => Html.Of($"""
        <tr>
        <td class="lead"><a href="/dossiers/{status.Dossier.ToString()}">{catalogue.Kind(status.Dossier.Kind)?.Name ?? status.Dossier.Kind}</a> <span class="quiet">năm {status.Dossier.Year} · lần {status.Revision}</span></td>
        <td data-label="Đơn vị">{status.OfficeName}</td>
        <td data-label="Tình trạng">{StageWords.Of(status.Stage)}</td>
        <td data-label="Kết quả kiểm tra">{Verdict(status)}</td>
        <td data-label="Thay đổi lúc" class="quiet">{StageWords.Moment(status.ChangedAt)}</td>
        </tr>
        """);

    private static Html Verdict(DossierStatus status) => status.Verdict is { } verdict
        ? Html.Of($"""<a class="badge {StageWords.Tone(verdict)}" href="/dossiers/{status.Dossier.ToString()}/report"><span aria-hidden="true">{StageWords.Icon(verdict)}</span> {StageWords.Of(verdict)}</a>""")
        : Html.Of($"""<span class="quiet">chưa có</span>""");
}
