using LearningSociety.App.Access;
using LearningSociety.App.Statistics.Answers;
using LearningSociety.App.Statistics.Queries;
using LearningSociety.App.Web.Answers;
using LearningSociety.Domain.Dossiers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Statistics;

/// <summary>Statistics for machines and the dashboard.</summary>
public sealed class StatisticsFunctions(StatisticsAnswer answer, StatisticsRebuild rebuild, OpenApiDocument document)
{
    /// <summary>A query's answer in JSON, CSV or XLSX.</summary>
    [Function("Statistics"), AllowRoles(Role.Reviewer, Role.Province, Role.Administrator)]
    public async Task<IActionResult> StatisticsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statistics/{query}")] HttpRequest request) =>
        await answer.OfAsync(request.RouteValues["query"] as string ?? "", request);

    /// <summary>Every criterion result of a year: much at once, so for those who count alone.</summary>
    [Function("StatisticsRecords"), AllowRoles(Role.Province, Role.Administrator)]
    public async Task<IActionResult> RecordsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statistics/records")] HttpRequest request) =>
        await answer.OfAsync(RecordsQuery.Records, request);

    /// <summary>Makes the statistics of a province anew: ?province=&amp;year=.</summary>
    [Function("RebuildStatistics"), AllowRoles(Role.Administrator)]
    public async Task<IActionResult> RebuildAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/manage/statistics/rebuild")] HttpRequest request)
    {
        var (province, year) = (request.Query["province"].ToString(), request.Query["year"].ToString());
        if (!DossierId.IsSlug(province)) return Answer.Problem(StatisticsProblems.Missing("province", "mã tỉnh cần tính lại"));
        if (year.Length > 0 && !ArgumentReader.IsNumber(year, ArgumentReader.FirstYear, ArgumentReader.LastYear)) return Answer.Problem(StatisticsProblems.UnknownYear(year, ArgumentReader.FirstYear, ArgumentReader.LastYear));
        return Answer.Data(await rebuild.RunAsync(
            province, year.Length == 0 ? null : int.Parse(year, System.Globalization.CultureInfo.InvariantCulture), request.HttpContext.RequestAborted));
    }

    /// <summary>What the statistics answer, described in OpenAPI 3.1.</summary>
    [Function("OpenApi"), AllowAnyone]
    public IActionResult OpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/openapi.json")] HttpRequest request) => Answer.Data(document.Json);
}
