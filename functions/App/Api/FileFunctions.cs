using LearningSociety.App.Access;
using LearningSociety.App.Intake;
using LearningSociety.App.Records;
using LearningSociety.App.Web.Answers;
using LearningSociety.Domain.Dossiers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace LearningSociety.App.Api;

/// <summary>A dossier's files for machines: hand in, and the originals back.</summary>
public sealed class FileFunctions(HandIn handIn, IDossierIntake intake, IDossierBook book)
{
    // What an original shows stays in its own tab: no scripts, no forms, no way to our pages.
    private const string OriginalPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'self'; plugin-types application/pdf; sandbox; frame-ancestors 'none'";

    /// <summary>Takes files: multipart/form-data with one or several, or one file as the whole body with "?name=".</summary>
    [Function("HandInFiles"), AllowRoles(Role.Office, Role.Administrator)]
    public async Task<IActionResult> HandInAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dossiers/{id}/files")] HttpRequest request)
    {
        if (DossierDoor.IdOf(request) is not { } id) return Answer.Problem(Problem.NoDossier);
        var stop = request.HttpContext.RequestAborted;
        var outcomes = new List<FileOutcome>();
        Problem? broken = null;
        if (UploadedFiles.IsForm(request))
        {
            try
            {
                await foreach (var part in UploadedFiles.ReadAsync(request, stop))
                    if (part.Content is not null) outcomes.Add(await handIn.AcceptAsync(id, part.FileName!, part.Content, stop));
            }
            catch (InvalidDataException)
            {
                broken = Problem.Invalid("broken-form", "Nội dung multipart/form-data bị cắt giữa chừng hoặc sai định dạng. Gửi lại những tệp chưa được nhận.");
            }
        }
        else
        {
            if (UploadedFiles.NameOfBody(request) is not { } name)
                return Answer.Problem(Problem.Invalid("no-file-name", "Thiếu tên tệp: gửi tệp dạng multipart/form-data, hoặc thêm “?name=ten-tep.pdf” vào địa chỉ."));
            outcomes.Add(await handIn.AcceptAsync(id, name, request.Body, stop));
        }

        return AnswerOf(id, outcomes, broken);
    }

    private static Answer AnswerOf(DossierId id, List<FileOutcome> outcomes, Problem? broken)
    {
        var files = outcomes.Select(FileOutcomeView.Of).ToList();
        if (broken is null && outcomes.Count == 0)
            broken = Problem.Invalid("no-file", "Không có tệp nào trong lần gửi này. Chọn ít nhất một tệp PDF.");
        if (broken is not null) return Answer.Problem(broken, ("files", files));
        var refused = outcomes.FirstOrDefault(outcome => outcome.Problem is not null);
        if (refused is null) return Answer.Data(new { id = id.ToString(), files }, 201);

        // Some accepted, some not: each says so for itself.
        return outcomes.Any(outcome => outcome.Receipt is not null)
            ? Answer.Data(new { id = id.ToString(), files }, StatusCodes.Status207MultiStatus)
            : Answer.Problem(refused.Problem!, ("files", files));
    }

    /// <summary>Takes a file out of the next report; the original stays in the history.</summary>
    [Function("RemoveFile"), AllowRoles(Role.Office, Role.Administrator)]
    public async Task<IActionResult> RemoveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/dossiers/{id}/files/{file}")] HttpRequest request)
    {
        if (DossierDoor.IdOf(request) is not { } id) return Answer.Problem(Problem.NoDossier);
        var name = request.RouteValues["file"] as string ?? "";
        var outcome = await intake.RemoveAsync(id, name, request.HttpContext.RequestAborted);
        return outcome.Problem is { } refusal ? Answer.Problem(Problem.Of(refusal, name)) : Answer.Data(ReceiptView.Of(outcome.Receipt!), 202);
    }

    /// <summary>An original, in ranges where asked for.</summary>
    [Function("Document"), AllowRoles(Role.Office, Role.Reviewer, Role.Province, Role.Administrator)]
    public async Task<IActionResult> DocumentAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/dossiers/{id}/documents/{file}")] HttpRequest request)
    {
        if (DossierDoor.IdOf(request) is not { } id) return Answer.Problem(Problem.NoDossier);
        var name = request.RouteValues["file"] as string ?? "";
        var content = await book.OpenOriginalAsync(id, name, request.HttpContext.RequestAborted);
        if (content is null)
            return Answer.Problem(new(404, "unknown-file", "Không tìm thấy tệp", $"Hồ sơ không có tệp “{name}”.", name));

        return Answer.Of(async http =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = OriginalPolicy;
            headers.CacheControl = "private, no-cache";
            var disposition = new ContentDispositionHeaderValue("inline");
            disposition.SetHttpFileName(name);
            headers.ContentDisposition = disposition.ToString();

            // Writes ranges, so that a page in the middle of a long scan shows without the rest.
            await using (content)
                await TypedResults.Stream(content, "application/pdf", enableRangeProcessing: content.CanSeek).ExecuteAsync(http);
        });
    }
}

/// <summary>What became of a file, as machines read it.</summary>
public sealed record FileOutcomeView(string File, bool Accepted, int? Revision, string? Sha256, DateTimeOffset? ReceivedAt, FileProblemView? Problem)
{
    /// <summary>The view of an outcome.</summary>
    public static FileOutcomeView Of(FileOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return new(
            outcome.File, outcome.Receipt is not null, outcome.Receipt?.Revision, outcome.Receipt?.Sha256, outcome.Receipt?.ReceivedAt,
            outcome.Problem is { } problem ? new(problem.Status, problem.Code, problem.Detail) : null);
    }
}

/// <summary>Why a file was refused.</summary>
public sealed record FileProblemView(int Status, string Code, string Detail);
