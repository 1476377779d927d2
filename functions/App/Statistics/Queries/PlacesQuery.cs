using System.Collections.Immutable;
using LearningSociety.App.Registers;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Places;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>The administrative units of a day, with what each was made of and what it became.</summary>
public sealed class PlacesQuery(IUnitBook units) : IStatisticsQuery
{
    private static readonly ColumnSet<Row> Set = new(
    [
        (new("place", ColumnType.Text, "Mã", "Mã đơn vị hành chính", ""), row => row.Unit.Code),
        (new("name", ColumnType.Text, "Tên", "Tên đơn vị hành chính vào ngày ấy", ""), row => row.Unit.Name),
        (new("tier", ColumnType.Text, "Cấp", "province: tỉnh; district: huyện; commune: xã", ""), row => WireName.Of(row.Unit.Tier)),
        (new("parent", ColumnType.Text, "Mã cấp trên", "Mã đơn vị cấp trên vào ngày ấy; trống với tỉnh", ""), row => row.Unit.Parent),
        (new("province", ColumnType.Text, "Mã tỉnh", "Tỉnh của đơn vị vào ngày ấy", ""), row => row.Path.Province),
        (new("district", ColumnType.Text, "Mã huyện", "Huyện của đơn vị vào ngày ấy; trống khi không có", ""), row => row.Path.District),
        (new("from", ColumnType.Date, "Từ ngày", "Ngày đầu có hiệu lực; trống khi có từ trước", ""), row => row.Unit.From),
        (new("to", ColumnType.Date, "Đến ngày", "Ngày cuối có hiệu lực; trống khi còn hiệu lực", ""), row => row.Unit.To),
        (new("madeOf", ColumnType.Text, "Từ đơn vị", "Mã những đơn vị đã thành đơn vị này, toàn bộ hoặc một phần, cách nhau bằng dấu cách", ""), row => row.MadeOf),
        (new("becomes", ColumnType.Text, "Thành đơn vị", "Mã những đơn vị kế tiếp, cách nhau bằng dấu cách; mã đầu là nơi nhận số liệu", ""), row => row.Unit.Successors.IsDefaultOrEmpty ? null : string.Join(' ', row.Unit.Successors)),
    ]);

    /// <inheritdoc/>
    public string Name => "places";

    /// <inheritdoc/>
    public string Title => "Đơn vị hành chính trong một ngày";

    /// <inheritdoc/>
    public ImmutableArray<QueryParameter> Parameters { get; } =
    [
        new("province", ParameterType.Province, false, "mã tỉnh; bỏ trống để lấy cả nước"),
        new("on", ParameterType.Day, true, "ngày cần xem"),
    ];

    /// <inheritdoc/>
    public ImmutableArray<Column> Columns => Set.Columns;

    /// <inheritdoc/>
    public async Task<QueryOutcome> RunAsync(QueryArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (province, day) = (arguments.Text("province"), arguments.Day("on")!.Value);
        var register = await units.ReadAsync(cancellationToken);
        var rows = register.Units.Where(unit => unit.HoldsOn(day)).Select(unit => RowOf(register, unit, day)).OfType<Row>()
            .Where(row => province is null || row.Path.Province == province)
            .OrderBy(row => row.Path.Province, StringComparer.Ordinal).ThenBy(row => row.Unit.Tier).ThenBy(row => row.Unit.Code, StringComparer.Ordinal).ToArray();
        return QueryOutcome.Of(new(rows.Select(Set.Cells).ToAsyncEnumerable(), rows.Length, register.Stamp, await units.ChangedAtAsync(cancellationToken), []));
    }

    private static Row? RowOf(UnitRegister register, AdministrativeUnit unit, DateOnly day) =>
        register.PathOf(unit.Code, day) is { } path
            ? new(unit, path, register.OriginsOf(unit) is { IsEmpty: false } origins ? string.Join(' ', origins.Select(origin => origin.Code)) : null)
            : null;

    private sealed record Row(AdministrativeUnit Unit, PlacePath Path, string? MadeOf);
}
