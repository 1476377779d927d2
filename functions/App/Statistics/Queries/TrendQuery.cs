using System.Collections.Immutable;
using LearningSociety.App.Registers;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>Results of a place by year, with the change on the year before. The place is the one of the last year; earlier years count all that it was made of.</summary>
public sealed class TrendQuery(IStatisticsBook book, IUnitBook units, PlaceScope scope, Denominators denominators) : IStatisticsQuery
{
    private const int MostYears = 20;

    private static readonly ColumnSet<YearResult> Set = new(
    [
        (new("year", ColumnType.Integer, "Năm", "Năm của hồ sơ", ""), row => row.Year),
        .. CountColumns.Of<YearResult>(row => row.Counts),
        (new("dossiersChange", ColumnType.Integer, "Hồ sơ so năm trước", "Tăng giảm số hồ sơ so với năm trước", "hồ sơ"), row => row.Change(one => one.Dossiers)),
        (new("assessedChange", ColumnType.Integer, "Có kết quả so năm trước", "Tăng giảm số hồ sơ có kết quả so với năm trước", "hồ sơ"), row => row.Change(one => one.Assessed)),
        (new("metShareChange", ColumnType.Decimal, "Đạt so năm trước", "Tăng giảm tỷ lệ Đạt trên số có kết quả so với năm trước", "điểm phần trăm"), row => row.ChangeOfShare(one => one.Met)),
        (new("level1ShareChange", ColumnType.Decimal, "Mức độ 1 so năm trước", "Tăng giảm tỷ lệ Mức độ 1 trên số có kết quả so với năm trước", "điểm phần trăm"), row => row.ChangeOfShare(one => one.Level1)),
        (new("level2ShareChange", ColumnType.Decimal, "Mức độ 2 so năm trước", "Tăng giảm tỷ lệ Mức độ 2 trên số có kết quả so với năm trước", "điểm phần trăm"), row => row.ChangeOfShare(one => one.Level2)),
    ]);

    /// <inheritdoc/>
    public string Name => "trend";

    /// <inheritdoc/>
    public string Title => "Kết quả qua các năm";

    /// <inheritdoc/>
    public ImmutableArray<QueryParameter> Parameters { get; } =
    [
        new("province", ParameterType.Province, true, "mã tỉnh"),
        new("kind", ParameterType.Kind, true, "loại hồ sơ"),
        new("from", ParameterType.Year, true, "năm đầu"),
        new("to", ParameterType.Year, true, "năm cuối"),
        new("place", ParameterType.Place, false, "nơi trong tỉnh, theo đơn vị hành chính của năm cuối"),
    ];

    /// <inheritdoc/>
    public ImmutableArray<Column> Columns => Set.Columns;

    /// <inheritdoc/>
    public async Task<QueryOutcome> RunAsync(QueryArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (province, kind, from, to) = (arguments.Text("province")!, arguments.Text("kind")!, arguments.Number("from")!.Value, arguments.Number("to")!.Value);
        if (from > to) return QueryOutcome.Refused(StatisticsProblems.Conflict($"Năm đầu (from={from}) phải không sau năm cuối (to={to})."));
        if (to - from >= MostYears)
            return QueryOutcome.Refused(StatisticsProblems.RangeTooLarge($"Mỗi lần xem được tối đa {MostYears} năm; khoảng {from}–{to} dài {to - from + 1} năm."));
        if (await scope.FindAsync(province, arguments.Text("place"), to, cancellationToken) is not { } place)
            return QueryOutcome.Refused(StatisticsProblems.UnknownPlace(arguments.Text("place")!, province, to));

        var register = await units.ReadAsync(cancellationToken);
        var years = await Task.WhenAll(Enumerable.Range(from, to - from + 1).Select(year => YearAsync(place, kind, year, to, register, cancellationToken)));
        var rows = YearResult.Of(years.Select(one => (one.Year, one.Counts)));
        ImmutableArray<string> notes = years.Any(one => one.Parts > 1)
            ? [$"Trước khi sắp xếp đơn vị hành chính, số liệu của “{PlaceScope.NameOf(register, place.Code, to)}” là tổng của các đơn vị đã hợp thành nơi này."]
            : [];
        return QueryOutcome.Of(new(
            rows.Select(Set.Cells).ToAsyncEnumerable(), rows.Length, $"{string.Join(',', years.Select(one => one.Version))};{register.Stamp}",
            years.Max(one => one.ChangedAt), notes));
    }

    private async Task<(int Year, ResultCounts Counts, int Parts, string Version, DateTimeOffset ChangedAt)> YearAsync(
        PlacePath place, string kind, int year, int last, UnitRegister register, CancellationToken cancellationToken)
    {
        var day = UnitRegister.DayOf(year);
        var parts = year == last ? [place] : register.PartsOf(place.Code, UnitRegister.DayOf(last), day).Select(unit => register.PathOf(unit.Code, day)).OfType<PlacePath>().ToArray();
        if (parts.Length == 0) parts = [place];
        var reads = await Task.WhenAll(parts.Select(part => book.PlaceAsync(year, kind, part, cancellationToken)));
        var (registered, stamp) = await denominators.OfAsync(kind, year, cancellationToken);
        var tally = reads.Select(read => read.RollUps.FirstOrDefault()?.Tally ?? Tally.Empty).Aggregate(Tally.Empty, (sum, one) => sum.Plus(one));
        return (
            year, ResultCounts.Of(tally, registered is null ? null : parts.Sum(part => registered.GetValueOrDefault(part))), parts.Length,
            $"{year}:{string.Join('+', reads.Select(read => read.Version.Number))}:{stamp}", reads.Max(read => read.Version.ChangedAt));
    }
}
