using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LearningSociety.App.Statistics;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.EndToEnd.Pages;

/// <summary>
/// A province to count in: ten districts of three communes with two schools each, three years of requests, the plan of 2024 with the results of 2023 and 2024,
/// measures of two years. From 2025 on there are no districts.
/// </summary>
public sealed class CountedProvince(OfficeStack office) : IAsyncLifetime
{
    /// <summary>Its code.</summary>
    internal const string Code = "17";

    /// <summary>The year that most is known of.</summary>
    internal const int Year = 2024;

    /// <summary>The kind of the counted dossiers.</summary>
    internal const string Kind = "unit-request";

    private static readonly string[] Short = ["Hòa Bình", "Đà Bắc", "Lương Sơn", "Kim Bôi", "Cao Phong", "Tân Lạc", "Mai Châu", "Lạc Sơn", "Yên Thủy", "Lạc Thủy"];

    /// <summary>The districts, by code.</summary>
    internal static ImmutableArray<(string Code, string Name)> Districts { get; } =
        [.. Short.Select((name, n) => ($"{148 + n}", n == 0 ? $"Thành phố {name}" : $"Huyện {name}"))];

    /// <summary>The dossiers of schools.</summary>
    internal static ImmutableArray<DossierFact> Requests { get; } =
    [
        .. from year in (int[])[2022, 2023, 2024, 2025]
           from school in Schools
           where year != 2022 || school.Number % 3 == 0
           where year != 2023 || school.Number % 3 != 1
           where year != 2025 || school.Number % 4 == 0
           select Fact(school, year),
    ];

    /// <summary>The plan's tables: results of 2023, plan for 2024, results of 2024.</summary>
    internal static ImmutableArray<ReportGrading> Gradings { get; } =
    [
        new(GradingKind.Results, 2023, [.. Districts.Select((district, n) => Row(district.Name, 12 + n, 3 + (n % 3), 3 + (n % 4), 1, n % 5 == 0 ? 1 : 0))]),
        new(GradingKind.Plan, 2024, [.. Districts.Select((district, n) => Row(district.Name, 12 + n, 4 + (n % 3), 4 + (n % 2), 0, null))]),
        new(GradingKind.Results, 2024, [.. Districts.Select((district, n) => Row(district.Name, 12 + n, 4 + (n % 4), 3 + (n % 3), 1, n % 7 == 0 ? 1 : 0))]),
    ];

    private static IEnumerable<(int Number, string Slug, string Name, string District, string Commune)> Schools =>
        from number in Enumerable.Range(0, Districts.Length * 6)
        let commune = Commune(number / 6, number / 2 % 3)
        select (number, $"truong-{commune.Code}-{number % 2}", $"{(number % 2 == 0 ? "Trường Tiểu học" : "Trường THCS")} {commune.Name[3..]}", Districts[number / 6].Code, commune.Code);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        using var administrator = await office.AdministratorAsync();
        await ImportAsync(administrator, "units", ["code,name,tier,parent,from,to,successors", $"{Code},Tỉnh Hòa Bình,province,,,,",
            .. Districts.Select(one => $"{one.Code},{one.Name},district,{Code},,2025-06-30,"),
            .. Communes.Select(one => $"{one.Code},{one.Name},commune,{one.District},,2025-06-30,{one.Code}"),
            .. Communes.Select(one => $"{one.Code},{one.Name},commune,{Code},2025-07-01,,")]);
        await ImportAsync(administrator, "offices", ["office,name,unit", .. Schools.Select(one => $"{one.Slug},{one.Name},{one.Commune}")]);
        await ImportAsync(administrator, "measures", ["place,indicator,year,count,of", $"{Code},family,2022,98000,200000", $"{Code},clan,2022,1100,2400"]);
        await ImportAsync(administrator, "measures", ["place,indicator,year,count,of", $"{Code},family,2024,131000,205000", $"{Code},clan,2024,1450,2500"]);
        await ImportAsync(administrator, "receipts",
            ["report,sender,year,received", .. Communes.Take(22).Select((one, n) => $"commune-report,{one.Code},2024,2025-03-{(n % 5 == 4 ? 18 : 10)}")]);
        await using var services = office.Services();
        var store = services.GetRequiredService<StatisticsStore>();
        var plans = new[] { Plan(2024, Gradings[0], Gradings[1]), Plan(2025, Gradings[2]) };
        await Parallel.ForEachAsync(Requests.Concat(plans).GroupBy(fact => fact.Year), async (year, cancellation) =>
        {
            foreach (var fact in year) await store.PutAsync(fact, cancellation);
        });
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static IEnumerable<(string Code, string Name, string District)> Communes =>
        from district in Enumerable.Range(0, Districts.Length)
        from number in Enumerable.Range(0, 3)
        let commune = Commune(district, number)
        select (commune.Code, commune.Name, Districts[district].Code);

    private static (string Code, string Name) Commune(int district, int number) =>
        (string.Create(CultureInfo.InvariantCulture, $"{4801 + (district * 10) + number:D5}"), $"Xã {Short[district]} {number + 1}");

    private static ReportGradingRow Row(string district, int communes, int good, int fair, int average, int? failed) =>
        new(district, communes, good + fair + average + (failed ?? 0), good, fair, average, failed, communes - good - fair - average - (failed ?? 0));

    private static DossierFact Plan(int year, params ReportGrading[] tables) =>
        new($"province-grading-{year}-so-hoa-binh", 1, "province-grading", year, "so-hoa-binh", "Sở Giáo dục và Đào tạo tỉnh Hòa Bình", new(Code), new(year, 2, 1), null, Verdict.Complete, null, null, [])
        {
            Gradings = [.. tables],
        };

    private static DossierFact Fact((int Number, string Slug, string Name, string District, string Commune) school, int year)
    {
        var n = school.Number + year;
        var result = ResultOf(n);
        return new(
            $"{Kind}-{year}-{school.Slug}", 1, Kind, year, school.Slug, school.Name, new PlacePath(Code, year < 2025 ? school.District : null, school.Commune), new(year + 1, 1, 5 + (n % 15)), "unit-2023",
            (Verdict)(n % 3), result, result,
            [.. from criterion in Enumerable.Range(1, 3) from indicator in Enumerable.Range(0, 5) select new FactCriterion(criterion, indicator == 0 ? null : indicator, ResultOf(n + (criterion * indicator)))]);
    }

    private static Result? ResultOf(int number) => (number % 9) switch { 0 => Result.NotMet, < 4 => Result.Level1, < 8 => Result.Level2, _ => null };

    private static async Task ImportAsync(HttpClient administrator, string register, IEnumerable<string> rows)
    {
        using var answer = await administrator.PutAsync(new Uri($"api/manage/imports/{register}", UriKind.Relative), new StringContent(string.Join("\r\n", rows), Encoding.UTF8, "text/csv"));
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{register}: {await answer.Content.ReadAsStringAsync()}");
    }
}
