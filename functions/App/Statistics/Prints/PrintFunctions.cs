using LearningSociety.App.Access;
using LearningSociety.App.Printing;
using LearningSociety.App.Statistics.Queries;
using LearningSociety.App.Web.Answers;
using LearningSociety.App.Web.Markup;
using LearningSociety.App.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Statistics.Prints;

/// <summary>The tables that provinces print, sign and send: on a page, and as Word and spreadsheet files.</summary>
public sealed class PrintFunctions(GradingsQuery gradings, ArgumentReader reader, PageFrame frame)
{
    private const string Format = "format";

    /// <summary>The annex of the plan of a year on a page: ?province=&amp;year=.</summary>
    [Function("GradingAnnexPage"), AllowRoles(Role.Reviewer, Role.Province, Role.Administrator)]
    public async Task<IActionResult> ShowGradingsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "statistics/gradings")] HttpRequest request)
    {
        var (paper, problem) = await PaperOfAsync(request);
        if (paper is null) return frame.Refuse(request, problem!);
        var (province, year) = (request.Query["province"].ToString(), request.Query["year"].ToString());
        return Answer.Page(frame.Render(request, paper.Title, Html.Of($"""
            <p class="actions unprinted">
            <a class="button" href="/api/prints/gradings?province={province}&amp;year={year}&amp;format=docx">Tải bản Word (DOCX)</a>
            <a class="button second" href="/api/prints/gradings?province={province}&amp;year={year}&amp;format=xlsx">Tải bảng tính (XLSX)</a>
            </p>
            {PaperPage.Of(paper)}
            """), wide: true));
    }

    /// <summary>The annex of the plan of a year as a file: ?province=&amp;year=&amp;format=docx|xlsx.</summary>
    [Function("GradingAnnexFile"), AllowRoles(Role.Reviewer, Role.Province, Role.Administrator)]
    public async Task<IActionResult> DownloadGradingsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/prints/gradings")] HttpRequest request)
    {
        var format = request.Query[Format].ToString();
        if (PaperFile.Formats.All(one => one != format)) return Answer.Problem(StatisticsProblems.NotAChoice(Format, format, PaperFile.Formats));
        var (paper, problem) = await PaperOfAsync(request);
        return paper is null
            ? Answer.Problem(problem!)
            : PaperFile.Of(paper, format, $"phu-luc-xep-loai-{request.Query["province"]}-{request.Query["year"]}");
    }

    private async Task<(Paper? Paper, Problem? Problem)> PaperOfAsync(HttpRequest request)
    {
        var given = request.Query.Where(one => one.Key != Format).ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.Ordinal);
        var (arguments, problem) = await reader.ReadAsync(gradings.Parameters, given, request.HttpContext.RequestAborted);
        if (arguments is null) return (null, problem);
        var (province, year) = (arguments.Text("province")!, arguments.Number("year")!.Value);
        var (comparison, _, _) = await gradings.ReadAsync(province, year, request.HttpContext.RequestAborted);
        return GradingAnnex.Of(comparison) is { } paper
            ? (paper, null)
            : (null, new(404, "no-gradings", "Chưa có số liệu xếp loại", $"Chưa có hồ sơ nào của tỉnh “{province}” cho biết kết quả năm {year - 1} hoặc kế hoạch năm {year}. Nộp kế hoạch của tỉnh rồi mở lại."));
    }
}
