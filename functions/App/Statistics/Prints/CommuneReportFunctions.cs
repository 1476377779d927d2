using System.Collections.Immutable;
using LearningSociety.App.Access;
using LearningSociety.App.Printing;
using LearningSociety.App.Registers;
using LearningSociety.App.Statistics.Queries;
using LearningSociety.App.Web.Answers;
using LearningSociety.App.Web.Markup;
using LearningSociety.App.Web.Pages;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Statistics.Prints;

/// <summary>A commune's own report to its province (S2: before 15 March): on a page with what is still open, and as a file to sign.</summary>
public sealed class CommuneReportFunctions(
    IStatisticsBook book, RecognitionBook recognitions, RegisteredOffices offices, IUnitBook units, ArgumentReader reader, Catalogue catalogue, PageFrame frame)
{
    private const string Format = "format";
    private static readonly ImmutableArray<string> Kinds = ["unit-request", "unit-self-assessment", "unit-council"];

    private static readonly ImmutableArray<QueryParameter> Parameters =
    [
        new("place", ParameterType.Place, true, "mã xã"),
        new("year", ParameterType.Year, true, "năm đánh giá"),
    ];

    /// <summary>The report on a page: ?place=&amp;year=.</summary>
    [Function("CommuneReportPage"), AllowRoles(Role.Reviewer, Role.Province, Role.Administrator)]
    public async Task<IActionResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "statistics/commune-report")] HttpRequest request)
    {
        var (report, names, problem) = await ReportOfAsync(request);
        if (problem is not null) return frame.Refuse(request, problem);
        var paper = CommuneReportPaper.Of(report!, names!);
        return Answer.Page(frame.Render(request, paper.Title, Html.Of($"""
            <p class="actions unprinted"><a class="button" href="/api/prints/commune-report?place={request.Query["place"].ToString()}&amp;year={request.Query["year"].ToString()}&amp;format=docx">Tải bản Word (DOCX)</a></p>
            <ul class="unprinted">{Html.Each(CommuneReportPaper.NotesOn(report!), note => Html.Of($"<li>{note}</li>"))}</ul>
            {PaperPage.Of(paper)}
            """), wide: true));
    }

    /// <summary>The report as a file: ?place=&amp;year=&amp;format=docx|xlsx.</summary>
    [Function("CommuneReportFile"), AllowRoles(Role.Reviewer, Role.Province, Role.Administrator)]
    public async Task<IActionResult> DownloadAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/prints/commune-report")] HttpRequest request)
    {
        var format = request.Query[Format].ToString();
        if (PaperFile.Formats.All(one => one != format)) return Answer.Problem(StatisticsProblems.NotAChoice(Format, format, PaperFile.Formats));
        var (report, names, problem) = await ReportOfAsync(request);
        return problem is not null
            ? Answer.Problem(problem)
            : PaperFile.Of(CommuneReportPaper.Of(report!, names!), format, $"bao-cao-{request.Query["place"]}-{request.Query["year"]}");
    }

    private async Task<(CommuneReport? Report, CommuneReportNames? Names, Problem? Problem)> ReportOfAsync(HttpRequest request)
    {
        var stop = request.HttpContext.RequestAborted;
        var given = request.Query.Where(one => one.Key != Format).ToDictionary(one => one.Key, one => one.Value.ToString(), StringComparer.Ordinal);
        var (arguments, problem) = await reader.ReadAsync(Parameters, given, stop);
        if (arguments is null) return (null, null, problem);
        var (code, year, register) = (arguments.Text("place")!, arguments.Number("year")!.Value, await units.ReadAsync(stop));
        var day = UnitRegister.DayOf(year);
        if (register.Find(code, day) is not { Tier: UnitTier.Commune } commune || register.PathOf(code, day) is not { } place)
            return (null, null, new(404, "unknown-place", "Không tìm thấy nơi này", $"Cuối năm {year} không có xã, phường nào mang mã “{code}” (place). Kiểm tra lại mã và năm."));
        var facts = new List<DossierFact>();
        foreach (var kind in Kinds)
            await foreach (var fact in book.FactsInAsync(year, kind, place, Measures.Dossiers, stop))
                facts.Add(fact);
        var (granted, counts) = (await recognitions.ReadAsync(stop), await offices.OfAsync(year, stop));
        var due = catalogue.Kind(Kinds[0])?.Deadline;
        return (
            CommuneReport.Of(year, counts.In(place).Select(one => (one.Office.Slug, one.Office.Name)), facts, granted.Shown, due?.Before(year).AddDays(-1) ?? DateOnly.MaxValue),
            new(commune.Name, register.Find(place.Province, day)?.Name ?? place.Province), null);
    }
}
