using System.Collections.Immutable;
using LearningSociety.App.Registers;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>R7: the share of communes recognised at level 2, by district and of the province, from the records.</summary>
public sealed class CommuneLevelsQuery(RecognitionBook book, IUnitBook units, Catalogue catalogue) : IStatisticsQuery
{
    private static readonly ColumnSet<Row> Set = new(
    [
        (new("place", ColumnType.Text, "Mã", "Mã đơn vị hành chính", ""), row => row.Levels.Place.Code),
        (new("name", ColumnType.Text, "Nơi", "Tên vào ngày ấy", ""), row => row.Name),
        (new("tier", ColumnType.Text, "Cấp", "district: huyện; province: cả tỉnh", ""), row => WireName.Of(row.Levels.Place.Tier)),
        (new("communes", ColumnType.Integer, "Tổng số xã", "Số xã vào ngày ấy", "xã"), row => row.Levels.Communes),
        (new("level1", ColumnType.Integer, "Mức độ 1", "Số xã đang được công nhận “Cộng đồng học tập” mức độ 1", "xã"), row => row.Levels.Level1),
        (new("level2", ColumnType.Integer, "Mức độ 2", "Số xã đang được công nhận “Cộng đồng học tập” mức độ 2", "xã"), row => row.Levels.Level2),
        (new("level2Share", ColumnType.Decimal, "Mức độ 2 (%)", "Tỷ lệ xã mức độ 2 trên tổng số xã, một chữ số thập phân", "%"), row => row.Levels.Share),
        (new("needed", ColumnType.Decimal, "Yêu cầu (%)", "Tỷ lệ mà huyện cần có để đạt “Cộng đồng học tập” cấp huyện mức độ 2; trống khi không quy định", "%"), row => row.Needed),
        (new("reached", ColumnType.Text, "Đủ tỷ lệ", "yes: đủ; no: chưa đủ; trống khi không quy định", ""), row => row.Reached switch { true => "yes", false => "no", _ => null }),
    ]);

    /// <inheritdoc/>
    public string Name => "commune-levels";

    /// <inheritdoc/>
    public string Title => "Tỷ lệ xã được công nhận “Cộng đồng học tập” mức độ 2";

    /// <inheritdoc/>
    public ImmutableArray<QueryParameter> Parameters { get; } =
    [
        new("province", ParameterType.Province, true, "mã tỉnh"),
        new("on", ParameterType.Day, true, "ngày cần xem"),
    ];

    /// <inheritdoc/>
    public ImmutableArray<Column> Columns => Set.Columns;

    /// <inheritdoc/>
    public async Task<QueryOutcome> RunAsync(QueryArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (province, day) = (new PlacePath(arguments.Text("province")!), arguments.Day("on")!.Value);
        var (kept, register) = (await book.ReadAsync(cancellationToken), await units.ReadAsync(cancellationToken));
        var terms = catalogue.Schemes.Select(scheme => scheme.Terms).FirstOrDefault(one => one.CommuneShare is not null) ?? RecognitionTerms.None;
        var rows = register.Within(province, UnitTier.District, day).Append(province).Select(place =>
        {
            var levels = CommuneLevels.Of(place, day, register, kept.Shown);
            var reached = levels.IsReached(terms);
            return new Row(levels, register.Find(place.Code, day)?.Name ?? place.Code, place.Tier == UnitTier.District ? terms.CommuneShare : null, reached);
        }).ToArray();
        return QueryOutcome.Of(new(rows.Select(Set.Cells).ToAsyncEnumerable(), rows.Length, $"{kept.Stamp}:{register.Stamp}", kept.ChangedAt, [.. Notes(rows, kept.Shown, kept.Shown.GoneInto(province, day, register))]));
    }

    private static IEnumerable<string> Notes(Row[] rows, RecognitionList list, ImmutableArray<string> gone)
    {
        if (!gone.IsEmpty) yield return StatisticsNotes.Gone(gone);
        if (list.All.All(one => one.Place is null)) yield return "Chưa nhập quyết định công nhận xã nào: chưa nhập thì chưa tính, không có nghĩa là chưa đạt.";
        if (rows[^1].Levels.Remade is { IsEmpty: false } remade)
            yield return $"{remade.Length} xã đã được sắp xếp lại sau ngày quyết định ({StatisticsNotes.Named(remade)}): xem quyết định còn giá trị với xã mới không.";
    }

    private sealed record Row(CommuneLevels Levels, string Name, decimal? Needed, bool? Reached);
}
