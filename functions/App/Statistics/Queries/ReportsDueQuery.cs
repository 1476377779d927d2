using System.Collections.Immutable;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>A report of the calendar: who owes it, by the registers, and from whom it is in, late or missing on a day.</summary>
public sealed class ReportsDueQuery(ReportStandings reports) : IStatisticsQuery
{
    private static readonly ColumnSet<(ReportOwed Owed, ReportStanding Standing)> Set = new(
    [
        (new("sender", ColumnType.Text, "Mã nơi nộp", "Mã đơn vị, mã xã hoặc mã huyện phải nộp", ""), row => row.Owed.Code),
        (new("name", ColumnType.Text, "Nơi nộp", "Tên nơi phải nộp", ""), row => row.Owed.Name),
        (new("district", ColumnType.Text, "Mã huyện", "Huyện của nơi nộp; trống khi năm ấy không có cấp huyện hoặc chưa biết", ""), row => row.Owed.Place.District),
        (new("commune", ColumnType.Text, "Mã xã", "Xã của nơi nộp; trống khi chưa biết", ""), row => row.Owed.Place.Commune),
        (new("lastDay", ColumnType.Date, "Hạn nộp", "Ngày cuối còn đúng hạn", ""), row => row.Standing.LastDay),
        (new("received", ColumnType.Date, "Ngày nhận", "Ngày nhận lần đầu; trống khi chưa nhận", ""), row => row.Standing.Arrival?.Received),
        (new("state", ColumnType.Text, "Tình trạng", "in-time: đúng hạn; late: trễ hạn; missing: quá hạn chưa nộp; waiting: chưa nộp, còn hạn", ""), row => WireName.Of(row.Standing.State)),
        (new("daysLate", ColumnType.Integer, "Số ngày trễ", "Số ngày sau hạn nộp, đến ngày nhận hoặc ngày xem; trống khi không trễ", "ngày"), row => row.Standing.DaysLate),
        (new("dossier", ColumnType.Text, "Hồ sơ", "Mã hồ sơ đã nộp; trống khi báo cáo không nộp dưới dạng hồ sơ", ""), row => row.Standing.Arrival?.Dossier),
        (new("number", ColumnType.Text, "Số hiệu", "Số và ký hiệu của báo cáo, khi danh sách nhận có ghi", ""), row => row.Standing.Arrival?.Number is { Length: > 0 } number ? number : null),
    ]);

    /// <inheritdoc/>
    public string Name => "reports-due";

    /// <inheritdoc/>
    public string Title => "Báo cáo phải nộp: đã nộp, trễ hạn, chưa nộp";

    /// <inheritdoc/>
    public ImmutableArray<QueryParameter> Parameters { get; } =
    [
        .. reports.Parameters,
        new("state", ParameterType.Choice, false, "chỉ tình trạng này", [.. Enum.GetValues<ReportState>().Select(state => WireName.Of(state))]),
    ];

    /// <inheritdoc/>
    public ImmutableArray<Column> Columns => Set.Columns;

    /// <inheritdoc/>
    public async Task<QueryOutcome> RunAsync(QueryArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (read, problem) = await reports.ReadAsync(arguments, cancellationToken);
        if (read is null) return QueryOutcome.Refused(problem!);
        var rows = arguments.Text("state") is { } state ? [.. read.Standings.Where(row => WireName.Of(row.Standing.State) == state)] : read.Standings;
        return QueryOutcome.Of(new(rows.Select(Set.Cells).ToAsyncEnumerable(), rows.Length, read.Version, read.AsOf, read.Notes));
    }
}
