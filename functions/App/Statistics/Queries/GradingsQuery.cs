using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Rules;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>S0: gradings by district, the plan of a year against the results of the year before and of the year.</summary>
public sealed class GradingsQuery(IStatisticsBook book) : IStatisticsQuery
{
    private const string Kind = "province-grading";
    private const string Communes = "đơn vị cấp xã";

    private static readonly ColumnSet<DistrictGrading> Set = new(
    [
        (new("district", ColumnType.Text, "Huyện", "Tên huyện như trong văn bản; “Tổng” là tổng các huyện", ""), row => row.District),
        .. Table("before", "Kết quả năm trước", row => row.Before),
        .. Table("plan", "Kế hoạch", row => row.Plan),
        .. Table("result", "Kết quả", row => row.Result),
        Difference("goodAgainstPlan", "Tốt", row => row.Good),
        Difference("fairAgainstPlan", "Khá", row => row.Fair),
        Difference("averageAgainstPlan", "Trung bình", row => row.Average),
    ]);

    /// <inheritdoc/>
    public string Name => "gradings";

    /// <inheritdoc/>
    public string Title => "Xếp loại “Cộng đồng học tập” cấp xã: kế hoạch và kết quả";

    /// <inheritdoc/>
    public ImmutableArray<QueryParameter> Parameters { get; } =
    [
        new("province", ParameterType.Province, true, "mã tỉnh"),
        new("year", ParameterType.Year, true, "năm của kế hoạch"),
    ];

    /// <inheritdoc/>
    public ImmutableArray<Column> Columns => Set.Columns;

    /// <summary>The gradings of a province around a year, from all dossiers that may tell of it, with the version of the answer.</summary>
    public async Task<(GradingComparison Gradings, string Version, DateTimeOffset AsOf)> ReadAsync(string province, int year, CancellationToken cancellationToken)
    {
        // A plan for a year brings the results of the year before; a late one may bring older results.
        var years = Enumerable.Range(year - 1, 4).Select(one => new ProvinceYear(province, one)).ToArray();
        var versions = await Task.WhenAll(years.Select(at => book.PlaceAsync(at.Year, Kind, new(province), cancellationToken)));
        var counted = years.Where((_, n) => !versions[n].RollUps.IsEmpty);
        var facts = await Task.WhenAll(counted.Select(async at => await book.FactsAsync(at, Kind, cancellationToken).ToListAsync(cancellationToken)));
        return (
            GradingComparison.Of(year, facts.SelectMany(one => one)), $"{province}:{string.Join('+', versions.Select(one => one.Version.Number))}", versions.Max(one => one.Version.ChangedAt));
    }

    /// <inheritdoc/>
    public async Task<QueryOutcome> RunAsync(QueryArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var year = arguments.Number("year")!.Value;
        var (gradings, version, asOf) = await ReadAsync(arguments.Text("province")!, year, cancellationToken);
        DistrictGrading[] rows = gradings.Rows.IsEmpty ? [] : [.. gradings.Rows, gradings.Total];
        return QueryOutcome.Of(new(rows.Select(Set.Cells).ToAsyncEnumerable(), rows.Length, version, asOf, [.. Notes(gradings)]));
    }

    private static IEnumerable<string> Notes(GradingComparison gradings)
    {
        var year = gradings.Year;
        yield return Source($"Kết quả năm {year - 1}", gradings.Before);
        yield return Source($"Kế hoạch năm {year}", gradings.Plan);
        yield return Source($"Kết quả năm {year}", gradings.Result);
        foreach (var (table, column) in gradings.WrongTotals)
            yield return $"Dòng Tổng trong hồ sơ {table.Dossier} khác tổng các huyện ở cột “{column}”; bảng này dùng tổng các huyện.";
        if (gradings.Total is { } total && new[] { total.Before, total.Plan, total.Result }.OfType<ReportGradingRow>().Any(DoNotAddUp))
            yield return "Tỷ lệ được làm tròn một chữ số thập phân nên tổng các tỷ lệ có thể không đúng 100%.";
    }

    private static string Source(string what, GradingSource? source) => source is null
        ? $"{what}: chưa có số liệu."
        : string.Create(CultureInfo.InvariantCulture, $"{what}: hồ sơ {source.Dossier}, nhận ngày {source.Received:dd/MM/yyyy}.");

    private static bool DoNotAddUp(ReportGradingRow row) => row.Assessed > 0
        && Percentage.Of(row.Good, row.Assessed) + Percentage.Of(row.Fair, row.Assessed) + Percentage.Of(row.Average, row.Assessed) + Percentage.Of(row.Failed ?? 0, row.Assessed) != 100m;

    private static (Column Column, Func<DistrictGrading, object?> Cell)[] Table(string name, string title, Func<DistrictGrading, ReportGradingRow?> of) =>
    [
        Count($"{name}Communes", $"{title}: tổng số xã", "Tổng số đơn vị cấp xã", row => of(row)?.Communes),
        Count($"{name}Assessed", $"{title}: đánh giá", "Số đơn vị cấp xã đánh giá, xếp loại", row => of(row)?.Assessed),
        Count($"{name}Good", $"{title}: Tốt", "Số xếp loại Tốt", row => of(row)?.Good),
        Count($"{name}Fair", $"{title}: Khá", "Số xếp loại Khá", row => of(row)?.Fair),
        Count($"{name}Average", $"{title}: Trung bình", "Số xếp loại Trung bình", row => of(row)?.Average),
        .. name == "plan" ? (IEnumerable<(Column, Func<DistrictGrading, object?>)>)[] : [Count($"{name}Failed", $"{title}: Không đạt", "Số xếp loại Không đạt", row => of(row)?.Failed)],
        Count($"{name}NotAssessed", $"{title}: không đánh giá", "Số không đánh giá", row => of(row)?.NotAssessed),
        Share($"{name}GoodShare", $"{title}: Tốt (%)", row => of(row), row => row.Good),
        Share($"{name}FairShare", $"{title}: Khá (%)", row => of(row), row => row.Fair),
        Share($"{name}AverageShare", $"{title}: Trung bình (%)", row => of(row), row => row.Average),
    ];

    private static (Column Column, Func<DistrictGrading, object?> Cell) Count(string name, string title, string meaning, Func<DistrictGrading, int?> of) =>
        (new(name, ColumnType.Integer, title, meaning, Communes), row => of(row));

    private static (Column Column, Func<DistrictGrading, object?> Cell) Share(string name, string title, Func<DistrictGrading, ReportGradingRow?> of, Func<ReportGradingRow, int> count) =>
        (new(name, ColumnType.Decimal, title, "Tỷ lệ trên số đơn vị cấp xã đánh giá, một chữ số thập phân", "%"), row => of(row) is { } table ? Percentage.Of(count(table), table.Assessed) : null);

    private static (Column Column, Func<DistrictGrading, object?> Cell) Difference(string name, string title, Func<ReportGradingRow, int> count) =>
        (new(name, ColumnType.Integer, $"{title}: kết quả trừ kế hoạch", $"Số {title} đạt được nhiều hơn (hoặc ít hơn, số âm) kế hoạch", Communes),
            row => row is { Result: { } result, Plan: { } plan } ? count(result) - count(plan) : null);
}
