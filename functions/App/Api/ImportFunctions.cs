using LearningSociety.App.Access;
using LearningSociety.App.Registers.Imports;
using LearningSociety.App.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Api;

/// <summary>Imports of registers from CSV, all or nothing.</summary>
public sealed class ImportFunctions(RegisterImports imports)
{
    /// <summary>Imports the file that is the body, or the first file of a form; ?check=true only looks for faults.</summary>
    [Function("Import"), AllowRoles(Role.Administrator)]
    public async Task<IActionResult> ImportAsync([HttpTrigger(AuthorizationLevel.Anonymous, "put", "post", Route = "api/manage/imports/{register}")] HttpRequest request)
    {
        var (name, check, stop) = (request.RouteValues["register"] as string ?? "", request.Query["check"].ToString(), request.HttpContext.RequestAborted);
        if (!imports.All.ContainsKey(name))
            return Answer.Problem(new(404, "unknown-import", "Không có danh mục này", $"Không nhập được danh mục “{name}”. Các danh mục: {string.Join(", ", imports.All.Keys)}."));
        if (check is not ("" or "true" or "false"))
            return Answer.Problem(Problem.Invalid("invalid-parameter", $"Tham số “check” chỉ nhận true hoặc false, không nhận “{check}”."));
        try
        {
            if (!UploadedFiles.IsForm(request)) return AnswerOf((await imports.RunAsync(name, request.Body, check == "true", stop))!);
            await foreach (var part in UploadedFiles.ReadAsync(request, stop))
                if (part.Content is not null) return AnswerOf((await imports.RunAsync(name, part.Content, check == "true", stop))!);
        }
        catch (InvalidDataException)
        {
            return Answer.Problem(Problem.Invalid("invalid-form", "Biểu mẫu gửi lên bị cắt giữa chừng. Gửi lại tệp."));
        }

        return Answer.Problem(Problem.Invalid("missing-file", "Không có tệp nào trong biểu mẫu. Chọn tệp CSV rồi gửi lại."));
    }

    private static Answer AnswerOf(ImportOutcome outcome) => outcome.IsTaken
        ? Answer.Data(outcome)
        : Answer.Problem(
            Problem.Invalid("import-refused", $"Tệp có {outcome.FaultCount} chỗ chưa đúng nên chưa nhập dòng nào. Sửa từng chỗ theo danh sách rồi nhập lại cả tệp."),
            ("faultCount", outcome.FaultCount), ("faults", outcome.Faults));
}
