using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>A report of the calendar by place: how many owe it, and how many are in, late or missing on a day.</summary>
public sealed class ReportsByPlaceQuery(ReportStandings reports) : IStatisticsQuery
{
    private const string Reports = "nơi nộp";

    private static readonly ColumnSet<Row> Set = new(
    [
        (new("place", ColumnType.Text, "Mã", "Mã đơn vị hành chính; “none” cho nơi nộp không thuộc nơi nào ở cấp này", ""), row => row.Code),
        (new("name", ColumnType.Text, "Nơi", "Tên trong ngày cuối của năm", ""), row => row.Name),
        (new("tier", ColumnType.Text, "Cấp", "province, district, commune; none cho phần còn lại; total cho dòng tổng", ""), row => row.Tier),
        (new("owed", ColumnType.Integer, "Phải nộp", "Số nơi phải nộp báo cáo", Reports), row => row.Counts.Owed),
        (new("inTime", ColumnType.Integer, "Đúng hạn", "Số nơi nộp đúng hạn", Reports), row => row.Counts.InTime),
        (new("late", ColumnType.Integer, "Trễ hạn", "Số nơi nộp sau hạn", Reports), row => row.Counts.Late),
        (new("missing", ColumnType.Integer, "Quá hạn chưa nộp", "Số nơi chưa nộp khi đã quá hạn", Reports), row => row.Counts.Missing),
        (new("waiting", ColumnType.Integer, "Chưa nộp, còn hạn", "Số nơi chưa nộp khi còn hạn", Reports), row => row.Counts.Waiting),
    ]);

    /// <inheritdoc/>
    public string Name => "reports-by-place";

    /// <inheritdoc/>
    public string Title => "Báo cáo phải nộp, theo nơi";

    /// <inheritdoc/>
    public ImmutableArray<QueryParameter> Parameters { get; } =
    [
        .. reports.Parameters,
        new("by", ParameterType.Choice, false, "mỗi dòng là một tỉnh, huyện hay xã; bỏ trống: cấp ngay trên nơi nộp, từ năm 2025 không có huyện", "province", "district", "commune"),
    ];

    /// <inheritdoc/>
    public ImmutableArray<Column> Columns => Set.Columns;

    /// <inheritdoc/>
    public async Task<QueryOutcome> RunAsync(QueryArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (read, problem) = await reports.ReadAsync(arguments, cancellationToken);
        if (read is null) return QueryOutcome.Refused(problem!);
        var tier = arguments.Text("by") is { } by ? Enum.Parse<UnitTier>(by, ignoreCase: true) : UsualTier(read);
        var (places, rest) = ReportCounts.ByPlace(read.Standings.Select(one => (one.Owed, one.Standing.State)), tier);
        Row[] rows =
        [
            .. places.Select(one => new Row(one.Place, NameOf(read, one.Place), tier.ToString().ToLowerInvariant(), one.Counts)),
            .. rest.Owed > 0 ? (Row[])[new("none", StatisticsNotes.NoPlace, "none", rest)] : [],
            .. read.Standings.IsEmpty ? (Row[])[] : [new(read.Place.Code, NameOf(read, read.Place.Code), "total", read.Counts)],
        ];
        return QueryOutcome.Of(new(rows.Select(Set.Cells).ToAsyncEnumerable(), rows.Length, read.Version, read.AsOf, read.Notes));
    }

    // The tier above who owes, as far as the year has districts.
    private static UnitTier UsualTier(ReportRead read) => (read.Report.From, read.Year <= UnitYears.LastOfDistricts) switch
    {
        (ReportSender.Office, true) or (ReportSender.Commune, true) => UnitTier.District,
        (ReportSender.Office, false) => UnitTier.Commune,
        _ => UnitTier.Province,
    };

    private static string NameOf(ReportRead read, string code) => PlaceScope.NameOf(read.Register, code, read.Year);

    private sealed record Row(string Code, string Name, string Tier, ReportCounts Counts);
}
