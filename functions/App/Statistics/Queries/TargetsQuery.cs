using System.Collections.Immutable;
using LearningSociety.App.Registers;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>The targets that hold in a place against what was measured, with a straight line to the target's year. Each figure says where it comes from.</summary>
public sealed class TargetsQuery(IStatisticsBook book, IUnitBook units, PlaceScope scope, MeasuredYears measured, Catalogue catalogue) : IStatisticsQuery
{
    private const string Kind = "target-plan";
    private const int YearsBack = 9;

    private static readonly ColumnSet<TargetStanding> Set = new(
    [
        (new("indicator", ColumnType.Text, "Mã chỉ tiêu", "Mã chỉ tiêu trong danh mục", ""), row => row.Target.Indicator.Id),
        (new("name", ColumnType.Text, "Chỉ tiêu", "Tên chỉ tiêu", ""), row => row.Target.Indicator.Name),
        (new("targetYear", ColumnType.Integer, "Năm đích", "Năm phải đạt chỉ tiêu, tính đến cuối năm", ""), row => row.Target.Year),
        (new("target", ColumnType.Decimal, "Chỉ tiêu (%)", "Tỷ lệ phải đạt", "%"), row => row.Target.Percent),
        (new("targetSource", ColumnType.Text, "Nguồn chỉ tiêu", "plan: đọc từ kế hoạch; catalogue: danh mục, khi không kế hoạch nào đặt chỉ tiêu", ""), row => row.Target.Plan is null ? "catalogue" : "plan"),
        (new("targetFrom", ColumnType.Text, "Chỉ tiêu lấy từ", "Mã hồ sơ của kế hoạch, hoặc văn bản mà danh mục dẫn", ""), row => row.Target.Plan?.Dossier ?? row.Target.Goal?.Source.Text),
        (new("measuredYear", ColumnType.Integer, "Năm số liệu", "Năm gần nhất có số liệu, tính đến cuối năm; trống khi chưa có", ""), row => row.Measured?.Year),
        (new("count", ColumnType.Integer, "Số đạt", "Số đã đạt", ""), row => row.Measured?.Count),
        (new("of", ColumnType.Integer, "Tổng số", "Tổng số mà tỷ lệ được tính trên đó", ""), row => row.Measured?.Whole),
        (new("percent", ColumnType.Decimal, "Đã đạt (%)", "Tỷ lệ đã đạt, một chữ số thập phân", "%"), row => row.Measured?.Percent),
        (new("measuredSource", ColumnType.Text, "Nguồn số liệu", "import: số liệu nhập; records: sổ đăng ký và các quyết định công nhận đã nhập; import-records: cả hai", ""), row => row.Measured is { } measured ? WireName.Of(measured.Source) : null),
        (new("covered", ColumnType.Integer, "Số xã có số liệu", "Số xã mà số liệu bao gồm", "xã"), row => row.Measured?.Covered),
        (new("communes", ColumnType.Integer, "Tổng số xã", "Số xã của nơi này", "xã"), row => row.Measured?.Communes),
        (new("distance", ColumnType.Decimal, "So với chỉ tiêu", "Tỷ lệ đã đạt trừ chỉ tiêu; số âm là còn thiếu", "điểm phần trăm"), row => row.Distance),
        (new("missing", ColumnType.Integer, "Còn thiếu", "Số còn phải đạt thêm, theo tổng số hiện có", ""), row => row.Missing),
        (new("firstYear", ColumnType.Integer, "Năm đầu", "Năm đầu tiên có số liệu của mọi xã trong mười năm gần nhất", ""), row => row.First?.Year),
        (new("firstPercent", ColumnType.Decimal, "Năm đầu (%)", "Tỷ lệ đạt của năm đầu", "%"), row => row.First?.Percent),
        (new("projected", ColumnType.Decimal, "Dự báo (%)", "Tỷ lệ cuối năm đích nếu tiếp tục theo đường thẳng từ năm đầu đến năm số liệu; trống khi chưa có hai năm với số liệu của mọi xã", "%"), row => row.Projected),
        (new("reached", ColumnType.Text, "Đạt chỉ tiêu", "yes: đã đạt, hoặc sẽ đạt theo dự báo; no: không; trống khi chưa đủ số liệu", ""), row => row.IsReached switch { true => "yes", false => "no", _ => null }),
    ]);

    /// <inheritdoc/>
    public string Name => "targets";

    /// <inheritdoc/>
    public string Title => "Chỉ tiêu, số đã đạt và dự báo";

    /// <inheritdoc/>
    public ImmutableArray<QueryParameter> Parameters { get; } =
    [
        new("province", ParameterType.Province, true, "mã tỉnh"),
        new("year", ParameterType.Year, true, "năm xem; số liệu và kế hoạch sau năm này không được tính"),
        new("place", ParameterType.Place, false, "nơi trong tỉnh, theo đơn vị hành chính của năm ấy"),
    ];

    /// <inheritdoc/>
    public ImmutableArray<Column> Columns => Set.Columns;

    /// <inheritdoc/>
    public async Task<QueryOutcome> RunAsync(QueryArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (province, year) = (arguments.Text("province")!, arguments.Number("year")!.Value);
        if (await scope.FindAsync(province, arguments.Text("place"), year, cancellationToken) is not { } place)
            return QueryOutcome.Refused(StatisticsProblems.UnknownPlace(arguments.Text("place")!, province, year));
        var register = await units.ReadAsync(cancellationToken);
        var first = Math.Max(ArgumentReader.FirstYear, year - YearsBack);
        var years = await Task.WhenAll(Enumerable.Range(first, year - first + 1).Select(one => measured.OfAsync(place, year, one, cancellationToken)));
        var plans = await Task.WhenAll(years.SelectMany(one => one.Provinces.Select(code => PlansAsync(new(code, one.Year), place, register, one, cancellationToken))));
        var targets = SetTarget.Of(place.Code, plans.SelectMany(one => one.Placed), register, catalogue.Indicators);
        var rows = targets.GroupBy(target => target.Indicator).SelectMany(indicator => Standings(indicator, years)).ToArray();
        return QueryOutcome.Of(new(
            rows.Select(Set.Cells).ToAsyncEnumerable(), rows.Length, $"{string.Join(',', plans.Select(one => one.Version))};{string.Join(',', years.Select(one => one.Stamp))};{register.Stamp}",
            plans.Select(one => one.ChangedAt).Concat(years.Select(one => one.ChangedAt)).Max(), [.. Notes(rows, year, plans.SelectMany(one => one.Unplaced))]));
    }

    private static IEnumerable<TargetStanding> Standings(IGrouping<TargetIndicator, SetTarget> targets, MeasuredYear[] years)
    {
        var shares = years.Select(one => one.Of(targets.Key)).OfType<MeasuredShare>().Where(share => share.Whole > 0).OrderBy(share => share.Year).ToArray();
        return targets.Select(target => new TargetStanding(target, shares.LastOrDefault(), shares.FirstOrDefault(share => share.IsWhole)));
    }

    // Of plans only those of the place and of what it lay in can hold there. One of an office that belongs to no known unit counts in its province, but it is not the province's plan.
    private async Task<(DossierFact[] Placed, DossierFact[] Unplaced, string Version, DateTimeOffset ChangedAt)> PlansAsync(
        ProvinceYear at, PlacePath place, UnitRegister register, MeasuredYear year, CancellationToken cancellationToken)
    {
        var read = await book.PlaceAsync(at.Year, Kind, new(at.Province), cancellationToken);
        var places = read.RollUps.IsEmpty ? [] : (register.PathOf(place.Code, UnitRegister.DayOf(at.Year)) ?? place).Places.Where(one => one.Province == at.Province).Append(new(at.Province)).Distinct();
        var facts = await Task.WhenAll(places.Select(async one => await book.FactsOfAsync(at.Year, Kind, one, cancellationToken).ToArrayAsync(cancellationToken)));
        var placed = facts.SelectMany(one => one).ToLookup(fact => fact.Place.Tier != UnitTier.Province || year.HasUnit(fact.Office));
        return ([.. placed[true]], [.. placed[false].Where(fact => fact.Targets.Length > 0)], $"{at.Partition}:{read.Version.Number}", read.Version.ChangedAt);
    }

    private static IEnumerable<string> Notes(TargetStanding[] rows, int year, IEnumerable<DossierFact> unplaced)
    {
        foreach (var plan in unplaced)
            yield return $"Không dùng kế hoạch trong hồ sơ {plan.Dossier}: đơn vị “{plan.OfficeName}” chưa gắn với đơn vị hành chính nào nên chưa biết kế hoạch của nơi nào.";
        if (rows.Any(row => row.Measured is { } measured && measured.Year < year)) yield return $"Có chỉ tiêu chưa có số liệu năm {year}; dùng năm gần nhất trước đó, ghi ở cột năm số liệu.";
        if (rows.Any(row => row.Measured is { } measured && measured.Covered < measured.Communes)) yield return "Có chỉ tiêu mới có số liệu của một số xã; tỷ lệ tính trên các xã ấy, và chưa dự báo được.";
        if (rows.Any(row => row.Projected is not null)) yield return "Dự báo là đường thẳng qua năm đầu và năm gần nhất có số liệu, không phải cam kết.";
    }
}
