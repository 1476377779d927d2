using LearningSociety.App.Access;
using LearningSociety.App.Api;
using LearningSociety.App.Intake;
using LearningSociety.App.Records;
using LearningSociety.App.Web.Answers;
using LearningSociety.App.Web.Markup;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Web.Pages;

/// <summary>Follows a dossier: how far it is and what was recognised so far; adds files to it and submits it.</summary>
public sealed class DossierPage(
    PageFrame frame, FormTokens tokens, StreamedHandIn handIn, IDossierIntake intake, DossierDoor door, Catalogue catalogue, RequestLimits limits, TimeProvider clock)
{
    private const int RefreshSeconds = 3;
    private const int RefreshWhileWaiting = 10;

    /// <summary>Shows the page.</summary>
    [Function("Dossier"), AllowRoles(Role.Office, Role.Reviewer, Role.Province, Role.Administrator)]
    public async Task<IActionResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dossiers/{id}")] HttpRequest request)
    {
        if (await door.FindAsync(request) is not { } status) return frame.Refuse(request, Problem.NoDossier);
        var mayHandIn = request.Caller().MayHandInFor(status.Dossier.Office);
        var submitted = Submission.Of(request, status, clock.GetUtcNow());
        int? refresh = status.Stage switch
        {
            DossierStage.Reading or DossierStage.Checking => RefreshSeconds,
            DossierStage.Received => submitted ? RefreshSeconds : RefreshWhileWaiting,
            _ => null,
        };
        return Answer.Page(frame.Render(
            request, KindName(status.Dossier), DossierProgress.Render(status, KindName(status.Dossier), mayHandIn, submitted, () => frame.FormToken(request)), refreshSeconds: refresh));
    }

    /// <summary>Shows the form for more files.</summary>
    [Function("AddFiles"), AllowRoles(Role.Office, Role.Administrator)]
    public async Task<IActionResult> ShowAddAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dossiers/{id}/add")] HttpRequest request)
    {
        if (await door.FindAsync(request) is not { } status) return frame.Refuse(request, Problem.NoDossier);
        return Answer.Page(frame.Render(request, "Thêm tệp", Html.Of($"""
            <p class="crumb"><a href="/dossiers/{status.Dossier.ToString()}">‹ Về hồ sơ</a></p>
            <h1>Thêm tệp</h1>
            <p>{KindName(status.Dossier)}, năm {status.Dossier.Year} · {status.OfficeName}</p>
            <div class="two">
            <form class="card stack" method="post" action="/dossiers/{status.Dossier.ToString()}/add" enctype="multipart/form-data">
            {frame.FormToken(request)}
            {HandInForm.Files(limits)}
            <p class="hint">Tệp trùng tên với tệp đã gửi sẽ thay tệp đó trong lần nộp mới; bản cũ vẫn được lưu.</p>
            {HandInForm.Buttons()}
            </form>
            {Html.When(catalogue.Kind(status.Dossier.Kind) is not null, () => Html.Of($"""<aside class="card beside">{RequiredForms.Render(catalogue.Kind(status.Dossier.Kind)!, catalogue, status.Dossier.Year)}</aside>"""))}
            </div>
            """)));
    }

    /// <summary>Takes more files.</summary>
    [Function("AddFilesForm"), AllowRoles(Role.Office, Role.Administrator)]
    public async Task<IActionResult> AddAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dossiers/{id}/add")] HttpRequest request)
    {
        if (DossierDoor.IdOf(request) is not { } id) return frame.Refuse(request, Problem.NoDossier);
        var form = await handIn.TakeAsync(request, _ => Task.FromResult<(DossierId?, Problem?)>((id, null)));
        if (form.Problem is { } problem) return frame.Refuse(request, problem);
        if (form.Files.Any(file => file.Problem is not null)) return Answer.Page(frame.Render(request, "Kết quả gửi tệp", HandInForm.Refused(id, form.Files)), 422);
        return form.Fields.GetValueOrDefault("then") == "keep" ? Answer.SeeOther($"/dossiers/{id}") : await SubmitAsync(request, id);
    }

    /// <summary>Submits the dossier.</summary>
    [Function("SubmitForm"), AllowRoles(Role.Office, Role.Administrator)]
    public async Task<IActionResult> SubmitFormAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dossiers/{id}/submit")] HttpRequest request)
    {
        if (DossierDoor.IdOf(request) is not { } id) return frame.Refuse(request, Problem.NoDossier);
        return request.HasFormContentType && await tokens.HoldsAsync(request) ? await SubmitAsync(request, id) : frame.Refuse(request, FormTokens.Refusal);
    }

    /// <summary>Reads all files again, after processing failed.</summary>
    [Function("ReadAgainForm"), AllowRoles(Role.Office, Role.Administrator)]
    public async Task<IActionResult> ReadAgainAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dossiers/{id}/read-again")] HttpRequest request)
    {
        if (DossierDoor.IdOf(request) is not { } id) return frame.Refuse(request, Problem.NoDossier);
        if (!request.HasFormContentType || !await tokens.HoldsAsync(request)) return frame.Refuse(request, FormTokens.Refusal);
        var outcome = await intake.ReadAgainAsync(id, request.HttpContext.RequestAborted);
        return outcome.Problem is { } refusal ? frame.Refuse(request, Problem.Of(refusal)) : Answer.SeeOther($"/dossiers/{id}");
    }

    private async Task<Answer> SubmitAsync(HttpRequest request, DossierId id)
    {
        var outcome = await intake.SubmitAsync(id, request.HttpContext.RequestAborted);
        return outcome.Problem is { } refusal ? frame.Refuse(request, Problem.Of(refusal)) : Answer.SeeOther(Submission.Address(id, clock.GetUtcNow()));
    }

    private string KindName(DossierId id) => catalogue.Kind(id.Kind)?.Name ?? id.Kind;
}
