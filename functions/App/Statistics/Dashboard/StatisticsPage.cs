using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LearningSociety.App.Access;
using LearningSociety.App.Registers;
using LearningSociety.App.Statistics.Queries;
using LearningSociety.App.Web.Answers;
using LearningSociety.App.Web.Assets;
using LearningSociety.App.Web.Markup;
using LearningSociety.App.Web.Pages;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Statistics.Dashboard;

/// <summary>The statistics of a province in charts and tables: pickers and the place that the script of Web/Dashboard fills; without script, links to the tables.</summary>
public sealed class StatisticsPage(
    PageFrame frame, AssetBook assets, ArgumentReader reader, IEnumerable<IStatisticsQuery> queries, IStatisticsBook book, IUnitBook units, Catalogue catalogue, TimeProvider clock)
{
    private static readonly ImmutableArray<QueryParameter> Parameters =
    [
        new("province", ParameterType.Province, false, "mã tỉnh"),
        new("year", ParameterType.Year, false, "năm"),
        new("kind", ParameterType.Kind, false, "loại hồ sơ"),
    ];

    /// <summary>Shows the page: ?province=&amp;year=&amp;kind=, each chosen where it is left out.</summary>
    [Function("StatisticsPage"), AllowRoles(Role.Reviewer, Role.Province, Role.Administrator)]
    public async Task<IActionResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "statistics")] HttpRequest request)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var given = Parameters.ToDictionary(one => one.Name, one => request.Query[one.Name].ToString(), StringComparer.Ordinal);
        var (arguments, problem) = await reader.ReadAsync(Parameters, given, cancellation);
        if (arguments is null) return frame.Refuse(request, problem!);

        var known = await book.KnownAsync(null, cancellation);
        var register = await units.ReadAsync(cancellation);
        var now = clock.GetUtcNow().Year;
        var year = arguments.Number("year") ?? known.Where(at => arguments.Text("province") is not { } named || at.Province == named).Select(at => at.Year).DefaultIfEmpty(now).Max();
        var provinces = known.Select(at => at.Province).Concat(register.Units.Where(unit => unit.Tier == UnitTier.Province && unit.HoldsOn(UnitRegister.DayOf(year))).Select(unit => unit.Code))
            .Distinct().Select(code => (Code: code, Name: NameOf(register, code, year))).OrderBy(one => one.Name, StringComparer.Ordinal).ToArray();
        if (provinces.Length == 0) return Answer.Page(frame.Render(request, "Thống kê", Nothing));

        var province = arguments.Text("province") ?? known.Where(at => at.Year == year).Select(at => at.Province).Append(provinces[0].Code).First();
        var kinds = catalogue.Kinds.Where(kind => kind.SummaryForm is not null).Select(kind => (kind.Id, kind.Name)).ToArray();
        var kind = arguments.Text("kind") is { } asked && kinds.Any(one => one.Id == asked) ? asked : await MostCountedAsync(new(province, year), kinds, cancellation);
        var years = known.Select(at => at.Year).Append(now).Append(year).ToArray();
        // A report may be due in some years alone; the script has a year picked and no way to ask.
        var reports = JsonSerializer.Serialize(catalogue.Reports.Select(report => new { value = report.Id, text = report.Name, years = report.Years }));
        return Answer.Page(frame.Render(request, "Thống kê", Html.Of($"""
            {Html.When(assets.Url("dashboard.css") is not null, () => Html.Of($"""<link rel="stylesheet" href="{assets.Url("dashboard.css")}">"""))}
            <div class="title-row"><h1>Thống kê</h1><a id="annex" class="button second" href="/statistics/gradings?province={province}&amp;year={year}">Phụ lục xếp loại để in</a></div>
            <form id="pickers" class="pickers" method="get" action="/statistics">
            {Picker("province", "Tỉnh", provinces, province)}
            {Picker("year", "Năm", Enumerable.Range(years.Min(), years.Max() - years.Min() + 1).Reverse().Select(Year), Year(year).Code)}
            {Picker("kind", "Loại hồ sơ", kinds, kind)}
            <button class="button">Xem</button>
            </form>
            <div id="dashboard" class="dashboard" data-reports="{reports}">{Downloads(province, year, kind)}</div>
            {Html.When(assets.Url("dashboard.mjs") is not null, () => Html.Of($"""<script type="module" src="{assets.Url("dashboard.mjs")}"></script>"""))}
            """), wide: true));
    }

    private static Html Nothing => Html.Of($"""
        <h1>Thống kê</h1>
        <section class="card empty"><p>Chưa có số liệu: chưa nhập danh mục đơn vị hành chính và chưa có hồ sơ nào có báo cáo kiểm tra.</p></section>
        """);

    private static (string Code, string Name) Year(int year) => (year.ToString(CultureInfo.InvariantCulture), year.ToString(CultureInfo.InvariantCulture));

    private static string NameOf(UnitRegister register, string code, int year) =>
        code == ProvinceYear.Nowhere ? "Chưa rõ tỉnh" : PlaceScope.NameOf(register, code, year);

    private static Html Picker(string name, string label, IEnumerable<(string Code, string Name)> choices, string chosen) => Html.Of($"""
        <label><span>{label}</span><select name="{name}">
        {Html.Each(choices, one => one.Code == chosen
            ? Html.Of($"""<option value="{one.Code}" selected>{one.Name}</option>""")
            : Html.Of($"""<option value="{one.Code}">{one.Name}</option>"""))}
        </select></label>
        """);

    // What is left where no script runs: the tables themselves, those that these three parameters are enough for.
    private Html Downloads(string province, int year, string kind)
    {
        var given = new Dictionary<string, string> { ["province"] = province, ["year"] = Year(year).Code, ["kind"] = kind };
        return Html.Of($"""
            <noscript><section class="card"><p>Biểu đồ cần JavaScript. Các bảng số liệu vẫn tải được:</p><ul>
            {Html.Each(queries.Where(query => query.Parameters.All(one => !one.Required || given.ContainsKey(one.Name))), query =>
            {
                var address = $"/api/statistics/{query.Name}?{string.Join('&', query.Parameters.Where(one => given.ContainsKey(one.Name)).Select(one => $"{one.Name}={given[one.Name]}"))}";
                return Html.Of($"""<li>{query.Title}: <a href="{address}&amp;format=csv">CSV</a> <a href="{address}&amp;format=xlsx">XLSX</a></li>""");
            })}
            </ul></section></noscript>
            """);
    }

    private async Task<string> MostCountedAsync(ProvinceYear at, (string Id, string Name)[] kinds, CancellationToken cancellationToken)
    {
        var counts = await Task.WhenAll(kinds.Select(async kind =>
            (kind.Id, Dossiers: (await book.PlaceAsync(at.Year, kind.Id, new(at.Province), cancellationToken)).RollUps.FirstOrDefault()?.Tally[Measures.Dossiers] ?? 0)));
        return counts.MaxBy(one => one.Dossiers).Id;
    }
}
