using System.Globalization;
using LearningSociety.App.Access;
using LearningSociety.App.Intake;
using LearningSociety.App.Registers;
using LearningSociety.App.Web.Answers;
using LearningSociety.App.Web.Markup;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Web.Pages;

/// <summary>Hands in a dossier: first its kind, then year and files, with the list of what it must hold beside them.</summary>
public sealed class NewDossierPage(
    PageFrame frame, StreamedHandIn handIn, IDossierIntake intake, IOfficeRegister offices, Catalogue catalogue, RequestLimits limits, TimeProvider clock)
{
    /// <summary>Shows the page.</summary>
    [Function("NewDossier"), AllowRoles(Role.Office, Role.Administrator)]
    public async Task<IActionResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dossiers/new")] HttpRequest request) =>
        catalogue.Kind(request.Query["kind"]) is { } kind ? await FormAsync(request, kind, null, 200) : Kinds(request);

    /// <summary>Takes the form: opens the dossier, hands in its files, submits it unless more are to come.</summary>
    [Function("NewDossierForm"), AllowRoles(Role.Office, Role.Administrator)]
    public async Task<IActionResult> HandInAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dossiers")] HttpRequest request)
    {
        var stop = request.HttpContext.RequestAborted;
        var form = await handIn.TakeAsync(request, fields => OpenAsync(request.Caller(), fields, stop));
        if (form.Problem is { } problem)
        {
            return form.Dossier is null && problem != FormTokens.Refusal && catalogue.Kind(form.Fields.GetValueOrDefault("kind")) is { } kind
                ? await FormAsync(request, kind, problem, problem.Status)
                : frame.Refuse(request, problem);
        }

        var id = form.Dossier!;
        if (form.Files.Any(file => file.Problem is not null)) return Answer.Page(frame.Render(request, "Kết quả gửi tệp", HandInForm.Refused(id, form.Files)), 422);
        if (form.Fields.GetValueOrDefault("then") == "keep") return Answer.SeeOther($"/dossiers/{id}");
        return (await intake.SubmitAsync(id, stop)).Problem is { } refusal
            ? frame.Refuse(request, Problem.Of(refusal))
            : Answer.SeeOther(Submission.Address(id, clock.GetUtcNow()));
    }

    private async Task<(DossierId? Id, Problem? Problem)> OpenAsync(Caller caller, IReadOnlyDictionary<string, string> fields, CancellationToken stop)
    {
        var office = caller.Role == Role.Office ? caller.Office! : fields.GetValueOrDefault("office") ?? "";
        if (!int.TryParse(fields.GetValueOrDefault("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return (null, Problem.Invalid("invalid-year", "Năm phải là một số, ví dụ 2025."));
        var outcome = await intake.OpenAsync(new(fields.GetValueOrDefault("kind") ?? "", office, year), stop);
        return outcome.Problem is { } refusal ? (null, Problem.Of(refusal)) : (outcome.Receipt!.Dossier, null);
    }

    private Answer Kinds(HttpRequest request) => Answer.Page(frame.Render(request, "Nộp hồ sơ", Html.Of($"""
        <h1>Nộp hồ sơ</h1>
        <p>Chọn loại hồ sơ cần nộp.</p>
        <ul class="kinds">
        {Html.Each(catalogue.Kinds, kind => Html.Of($"""
            <li><a href="/dossiers/new?kind={kind.Id}"><strong>{kind.Name}</strong><span class="quiet">Cần có: {string.Join("; ", kind.Required.Select(form => catalogue.Form(form)?.Name ?? form))}</span></a></li>

            """))}
        </ul>
        """)));

    private async Task<Answer> FormAsync(HttpRequest request, DossierKind kind, Problem? problem, int status)
    {
        var caller = request.Caller();

        // Dossiers are mostly about the year before, and handed in at the start of the next.
        var now = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7));
        var year = now.Month <= 6 ? now.Year - 1 : now.Year;
        var office = caller.Role == Role.Office ? OfficeName(await offices.FindAsync(caller.Office!, request.HttpContext.RequestAborted), caller) : await OfficesAsync(request);
        return Answer.Page(frame.Render(request, "Nộp hồ sơ", Html.Of($"""
            <p class="crumb"><a href="/dossiers/new">‹ Chọn loại hồ sơ khác</a></p>
            <h1>{kind.Name}</h1>
            {Html.When(problem is not null, () => Html.Of($"""<p class="note bad" role="alert">{problem!.Detail}</p>"""))}
            <div class="two">
            <form class="card stack" method="post" action="/dossiers" enctype="multipart/form-data">
            {frame.FormToken(request)}
            <input type="hidden" name="kind" value="{kind.Id}">
            {office}
            <label for="year">Năm</label>
            <input id="year" name="year" type="number" inputmode="numeric" min="2000" max="2100" value="{year}" required>
            <p class="hint">Năm được đánh giá; với kế hoạch là năm ban hành.</p>
            {HandInForm.Files(limits)}
            {HandInForm.Buttons()}
            </form>
            <aside class="card beside">{RequiredForms.Render(kind, catalogue, year)}</aside>
            </div>
            """)), status);
    }

    private static Html OfficeName(Office? office, Caller caller) => Html.Of($"""
        <p class="fixed"><span class="quiet">Đơn vị</span><strong>{office?.Name ?? caller.Office ?? ""}</strong></p>
        """);

    private async Task<Html> OfficesAsync(HttpRequest request)
    {
        var list = new List<Office>();
        await foreach (var office in offices.ListAsync(request.HttpContext.RequestAborted)) list.Add(office);
        return Html.Of($"""
            <label for="office">Đơn vị</label>
            <select id="office" name="office" required><option value="">Chọn đơn vị…</option>{Html.Each(list, office => Html.Of($"""<option value="{office.Slug}">{office.Name}</option>"""))}</select>
            """);
    }
}
