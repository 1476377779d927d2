using System.Collections.Immutable;
using LearningSociety.App.Registers;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>Counts and rates of results by province, district, commune or unit, with a row for the rest and one for the whole.</summary>
public sealed class ResultsQuery(IStatisticsBook book, CountryRollUps country, IUnitBook units, PlaceScope scope, Denominators denominators) : IStatisticsQuery
{
    private const string ByUnit = "unit";

    private static readonly ColumnSet<Row> Set = new(
    [
        (new("place", ColumnType.Text, "Mã", "Mã đơn vị hành chính, hoặc mã đơn vị nộp hồ sơ khi by=unit; “none” cho phần không thuộc nơi nào ở cấp này", ""), row => row.Code),
        (new("name", ColumnType.Text, "Nơi", "Tên trong ngày cuối của năm", ""), row => row.Name),
        (new("tier", ColumnType.Text, "Cấp", "province, district, commune, unit; none cho phần còn lại; total cho dòng tổng", ""), row => row.Tier),
        .. CountColumns.Of<Row>(row => row.Counts),
    ]);

    /// <inheritdoc/>
    public string Name => "results";

    /// <inheritdoc/>
    public string Title => "Kết quả theo nơi";

    /// <inheritdoc/>
    public ImmutableArray<QueryParameter> Parameters { get; } =
    [
        new("province", ParameterType.Province, false, "mã tỉnh; bỏ trống để lấy cả nước theo tỉnh"),
        new("year", ParameterType.Year, true, "năm của hồ sơ"),
        new("kind", ParameterType.Kind, true, "loại hồ sơ"),
        new("by", ParameterType.Choice, false, "mỗi dòng là một tỉnh, huyện, xã hay đơn vị; bỏ trống: huyện đến năm 2024, xã từ năm 2025", "province", "district", "commune", ByUnit),
        new("place", ParameterType.Place, false, "chỉ trong nơi này của tỉnh"),
    ];

    /// <inheritdoc/>
    public ImmutableArray<Column> Columns => Set.Columns;

    /// <inheritdoc/>
    public async Task<QueryOutcome> RunAsync(QueryArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (province, year, kind, by) = (arguments.Text("province"), arguments.Number("year")!.Value, arguments.Text("kind")!, arguments.Text("by"));
        if (province is null)
            return by is null or "province" && arguments.Text("place") is null
                ? QueryOutcome.Of(await CountryAsync(year, kind, cancellationToken))
                : QueryOutcome.Refused(StatisticsProblems.RangeTooLarge("Cả nước chỉ xem được theo tỉnh (by=province). Chọn một tỉnh (province) để xem chi tiết hơn."));
        if (await scope.FindAsync(province, arguments.Text("place"), year, cancellationToken) is not { } whole)
            return QueryOutcome.Refused(StatisticsProblems.UnknownPlace(arguments.Text("place")!, province, year));
        by ??= year <= UnitYears.LastOfDistricts ? "district" : "commune";
        return QueryOutcome.Of(by == ByUnit ? await UnitsAsync(whole, year, kind, cancellationToken) : await PlacesAsync(whole, year, kind, Enum.Parse<UnitTier>(by, ignoreCase: true), cancellationToken));
    }

    private async Task<QueryTable> PlacesAsync(PlacePath whole, int year, string kind, UnitTier tier, CancellationToken cancellationToken)
    {
        var read = await book.RollUpsAsync(new(whole.Province, year), kind, cancellationToken);
        var (registered, stamp) = await denominators.OfAsync(kind, year, cancellationToken);
        var register = await units.ReadAsync(cancellationToken);
        var results = PlaceResults.Of(read.RollUps, whole, tier, register.Within(whole, tier, UnitRegister.DayOf(year)), registered);
        var rows = results.Rows.Select(row => RowOf(row, Lower(tier), register, year)).ToList();
        if (results.Rest is { } rest) rows.Add(new("none", StatisticsNotes.NoPlace, "none", rest));
        rows.Add(RowOf(results.Whole, "total", register, year));
        return Table(rows, [(whole.Province, read.Version)], $"{stamp}{register.Stamp}", results.Rest);
    }

    private async Task<QueryTable> CountryAsync(int year, string kind, CancellationToken cancellationToken)
    {
        var register = await units.ReadAsync(cancellationToken);
        var (registered, stamp) = await denominators.OfAsync(kind, year, cancellationToken);
        var provinces = await country.OfAsync(year, kind, cancellationToken);
        var rows = provinces.Select(one => RowOf(new(new(one.Province), ResultCounts.Of(one.Tally, registered?.GetValueOrDefault(new(one.Province)))), "province", register, year)).ToList();
        rows.Add(new("", "Cả nước", "total", ResultCounts.Of(
            provinces.Aggregate(Tally.Empty, (sum, one) => sum.Plus(one.Tally)), registered is null ? null : rows.Sum(row => row.Counts.Registered ?? 0))));
        return Table(rows, provinces.Select(one => (one.Province, one.Version)), $"{stamp}{register.Stamp}", null);
    }

    private async Task<QueryTable> UnitsAsync(PlacePath whole, int year, string kind, CancellationToken cancellationToken)
    {
        // The whole's roll-up is read first: facts that come meanwhile make the next version.
        var read = await book.PlaceAsync(year, kind, whole, cancellationToken);
        var version = await book.VersionAsync(new(whole.Province, year), cancellationToken);
        var rows = new List<Row>();
        await foreach (var fact in book.FactsInAsync(year, kind, whole, Measures.Dossiers, cancellationToken))
            rows.Add(new(fact.Office, fact.OfficeName, ByUnit, ResultCounts.Of(Tally.Of(fact), null)));
        var register = await units.ReadAsync(cancellationToken);
        rows.Add(RowOf(new(whole, ResultCounts.Of(read.RollUps.FirstOrDefault()?.Tally ?? Tally.Empty, null)), "total", register, year));
        return Table(rows, [(whole.Province, version)], register.Stamp, null);
    }

    private static QueryTable Table(List<Row> rows, IEnumerable<(string Province, PartitionVersion Version)> versions, string stamp, ResultCounts? rest)
    {
        var all = versions.ToArray();
        var notes = ImmutableArray.CreateBuilder<string>();
        if (rows.Any(row => row.Counts.SharesDoNotAddUp)) notes.Add("Tỷ lệ được làm tròn một chữ số thập phân nên tổng các tỷ lệ có thể không đúng 100%.");
        if (rest is { Dossiers: > 0 }) notes.Add($"{rest.Dossiers} hồ sơ của đơn vị chưa gắn với nơi nào ở cấp này, chỉ tính vào dòng tổng và dòng “none”.");
        return new(
            rows.Select(Set.Cells).ToAsyncEnumerable(), rows.Count, $"{string.Join(',', all.Select(one => $"{one.Province}:{one.Version.Number}"))};{stamp}",
            all.Select(one => one.Version.ChangedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(), notes.ToImmutable());
    }

    private static Row RowOf(PlaceResult result, string tier, UnitRegister units, int year) =>
        new(result.Place.Code, PlaceScope.NameOf(units, result.Place.Code, year), tier, result.Counts);

    private static string Lower(UnitTier tier) => tier.ToString().ToLowerInvariant();

    private sealed record Row(string Code, string Name, string Tier, ResultCounts Counts);
}
