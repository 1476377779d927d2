using LearningSociety.App.Access;
using LearningSociety.App.Intake;
using LearningSociety.App.Records;
using LearningSociety.App.Web.Answers;
using LearningSociety.Domain.Reporting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Api;

/// <summary>Dossiers for machines: open, submit, list, follow, report.</summary>
public sealed class DossierFunctions(IDossierIntake intake, IDossierBook book, DossierDoor door)
{
    private const int MostListed = 500;

    /// <summary>Opens a dossier: {"kind", "office", "year", "received"?}.</summary>
    [Function("OpenDossier"), AllowRoles(Role.Office, Role.Administrator)]
    public async Task<IActionResult> OpenAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers")] HttpRequest request)
    {
        var stop = request.HttpContext.RequestAborted;
        var (asked, fault) = await JsonBody.ReadAsync<OpenRequest>(request, stop);
        if (asked is null) return Answer.Problem(fault!);
        var caller = request.Caller();
        if (asked.Kind is null || asked.Office is null || asked.Year is not { } year)
            return Answer.Problem(Problem.Invalid("missing-field", "Thiếu thông tin mở hồ sơ: cần đủ “kind” (loại hồ sơ), “office” (mã đơn vị) và “year” (năm)."));
        if (!caller.MayHandInFor(asked.Office))
            return Answer.Problem(Problem.Forbidden($"Khóa này chỉ nộp được hồ sơ của đơn vị “{caller.Office}”, không nộp được cho “{asked.Office}”."));
        if (asked.Received is not null && caller.Role != Role.Administrator)
            return Answer.Problem(Problem.Forbidden("Chỉ quản trị viên được ghi ngày nhận (“received”). Bỏ trường này rồi gửi lại."));

        var outcome = await intake.OpenAsync(new(asked.Kind, asked.Office, year, asked.Received), stop);
        return outcome.Problem is { } refusal ? Answer.Problem(Problem.Of(refusal)) : Answer.Data(ReceiptView.Of(outcome.Receipt!), 201);
    }

    /// <summary>Closes the revision without waiting for the quiet period.</summary>
    [Function("SubmitDossier"), AllowRoles(Role.Office, Role.Administrator)]
    public async Task<IActionResult> SubmitAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{id}/submit")] HttpRequest request)
    {
        if (DossierDoor.IdOf(request) is not { } id) return Answer.Problem(Problem.NoDossier);
        var outcome = await intake.SubmitAsync(id, request.HttpContext.RequestAborted);
        return outcome.Problem is { } refusal ? Answer.Problem(Problem.Of(refusal)) : Answer.Data(ReceiptView.Of(outcome.Receipt!), 202);
    }

    /// <summary>Reads all files again as the next revision: the way on after processing failed.</summary>
    [Function("ReadAgain"), AllowRoles(Role.Office, Role.Administrator)]
    public async Task<IActionResult> ReadAgainAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{id}/read-again")] HttpRequest request)
    {
        if (DossierDoor.IdOf(request) is not { } id) return Answer.Problem(Problem.NoDossier);
        var outcome = await intake.ReadAgainAsync(id, request.HttpContext.RequestAborted);
        return outcome.Problem is { } refusal ? Answer.Problem(Problem.Of(refusal)) : Answer.Data(ReceiptView.Of(outcome.Receipt!), 202);
    }

    /// <summary>The dossiers that the caller may see, newest change first.</summary>
    [Function("ListDossiers"), AllowRoles(Role.Office, Role.Reviewer, Role.Province, Role.Administrator)]
    public async Task<IActionResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/dossiers")] HttpRequest request)
    {
        var stop = request.HttpContext.RequestAborted;
        var dossiers = new List<DossierView>();
        var more = false;
        await foreach (var status in door.ListAsync(request.Caller(), stop))
        {
            more = dossiers.Count == MostListed;
            if (more) break;
            dossiers.Add(DossierView.Of(status));
        }

        return Answer.Data(new { dossiers, more });
    }

    /// <summary>Where a dossier stands.</summary>
    [Function("DossierStatus"), AllowRoles(Role.Office, Role.Reviewer, Role.Province, Role.Administrator)]
    public async Task<IActionResult> StatusAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/dossiers/{id}")] HttpRequest request) =>
        await door.FindAsync(request) is { } status ? Answer.Data(DossierView.Of(status)) : Answer.Problem(Problem.NoDossier);

    /// <summary>The report of a revision, of the newest one without "revision": report.json as it is written.</summary>
    [Function("DossierReport"), AllowRoles(Role.Office, Role.Reviewer, Role.Province, Role.Administrator)]
    public async Task<IActionResult> ReportAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/dossiers/{id}/report")] HttpRequest request)
    {
        if (DossierDoor.IdOf(request) is not { } id) return Answer.Problem(Problem.NoDossier);
        if (!RevisionOf(request, out var revision)) return Answer.Problem(InvalidRevision);
        return await book.ReportAsync(id, revision, request.HttpContext.RequestAborted) is { } report
            ? Answer.Data(report, options: DossierReport.Json)
            : Answer.Problem(NoReport);
    }

    /// <summary>There is a dossier, but no such report.</summary>
    internal static Problem NoReport { get; } = new(
        404, "no-report", "Chưa có báo cáo", "Hồ sơ chưa có báo cáo của lần nộp này. Chờ xử lý xong rồi mở lại, hoặc xem tình trạng của hồ sơ.");

    /// <summary>The revision asked for is no number.</summary>
    internal static Problem InvalidRevision { get; } = Problem.Invalid("invalid-revision", "Lần nộp (“revision”) phải là một số nguyên từ 1.");

    /// <summary>The revision that the query names, null for the newest; false when it is no revision.</summary>
    internal static bool RevisionOf(HttpRequest request, out int? revision)
    {
        revision = null;
        var text = request.Query["revision"].ToString();
        if (text.Length == 0) return true;
        if (!int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) || number < 1) return false;
        revision = number;
        return true;
    }

    private sealed record OpenRequest(string? Kind, string? Office, int? Year, DateOnly? Received);
}

/// <summary>A receipt as machines read it.</summary>
public sealed record ReceiptView(string Id, int Revision, string? File, string? Sha256, DateTimeOffset ReceivedAt)
{
    /// <summary>The view of a receipt.</summary>
    public static ReceiptView Of(IntakeReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return new(receipt.Dossier.ToString(), receipt.Revision, receipt.File, receipt.Sha256, receipt.ReceivedAt);
    }
}
