using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.App.Registers;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>A report of the calendar: who owes it, by the registers, and from whom it is in, late or missing on a day.</summary>
public sealed class ReportsDueQuery(IStatisticsBook book, ReceiptBook receipts, IUnitBook units, RegisteredOffices offices, PlaceScope scope, Catalogue catalogue) : IStatisticsQuery
{
    private static readonly ColumnSet<Row> Set = new(
    [
        (new("sender", ColumnType.Text, "Mã nơi nộp", "Mã đơn vị, mã xã hoặc mã huyện phải nộp", ""), row => row.Sender.Code),
        (new("name", ColumnType.Text, "Nơi nộp", "Tên nơi phải nộp", ""), row => row.Sender.Name),
        (new("district", ColumnType.Text, "Mã huyện", "Huyện của nơi nộp; trống khi năm ấy không có cấp huyện hoặc chưa biết", ""), row => row.Sender.Place.District),
        (new("commune", ColumnType.Text, "Mã xã", "Xã của nơi nộp; trống khi chưa biết", ""), row => row.Sender.Place.Commune),
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
        new("province", ParameterType.Province, true, "mã tỉnh"),
        new("report", ParameterType.Choice, true, "báo cáo trong lịch báo cáo", [.. catalogue.Reports.Select(report => report.Id)]),
        new("year", ParameterType.Year, true, "năm của báo cáo"),
        new("on", ParameterType.Day, true, "ngày xem: báo cáo nhận sau ngày này không được tính"),
        new("place", ParameterType.Place, false, "chỉ trong nơi này của tỉnh"),
        new("state", ParameterType.Choice, false, "chỉ tình trạng này", [.. Enum.GetValues<ReportState>().Select(state => WireName.Of(state))]),
    ];

    /// <inheritdoc/>
    public ImmutableArray<Column> Columns => Set.Columns;

    /// <inheritdoc/>
    public async Task<QueryOutcome> RunAsync(QueryArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (province, year, on, state) = (arguments.Text("province")!, arguments.Number("year")!.Value, arguments.Day("on")!.Value, arguments.Text("state"));
        var report = catalogue.Reports.First(one => one.Id == arguments.Text("report"));
        if (!report.IsAbout(year)) return QueryOutcome.Refused(StatisticsProblems.Conflict($"Báo cáo “{report.Id}” (report) chỉ có cho năm {string.Join(", ", report.Years)}, không có cho năm {year} (year)."));
        if (await scope.FindAsync(province, arguments.Text("place"), year, cancellationToken) is not { } place)
            return QueryOutcome.Refused(StatisticsProblems.UnknownPlace(arguments.Text("place")!, province, year));

        var facts = new List<DossierFact>();
        foreach (var kind in report.Kinds.Concat(report.After).Distinct())
            facts.AddRange(await book.FactsAsync(new(province, year), kind, cancellationToken).ToArrayAsync(cancellationToken));
        var (version, came, register, counts) = (
            await book.VersionAsync(new(province, year), cancellationToken), await receipts.ReadAsync(year, cancellationToken), await units.ReadAsync(cancellationToken), await offices.OfAsync(year, cancellationToken));
        var arrivals = facts.Where(fact => report.Kinds.Contains(fact.Kind)).Select(fact => (Sender: SenderOf(report, fact), Arrival: new ReportArrival(fact.Received, fact.Dossier, "")))
            .Concat(came.Shown.Where(receipt => receipt.Report == report.Id).Select(receipt => (Sender: (string?)receipt.Sender, Arrival: new ReportArrival(receipt.Received, null, receipt.Number))))
            .ToLookup(one => one.Sender, one => one.Arrival);
        var all = Senders(report, place, year, register, counts, facts).Select(sender => new Row(sender, ReportStanding.Of(report.Due, year, arrivals[sender.Code], on))).ToArray();
        var rows = state is null ? all : [.. all.Where(row => WireName.Of(row.Standing.State) == state)];
        return QueryOutcome.Of(new(
            rows.Select(Set.Cells).ToAsyncEnumerable(), rows.Length, $"{province}:{version.Number};{came.Stamp}:{register.Stamp}:{counts.Stamp}",
            came.ChangedAt > version.ChangedAt ? came.ChangedAt : version.ChangedAt, [.. Notes(report, all, year)]));
    }

    private static IEnumerable<Sender> Senders(ReportDue report, PlacePath place, int year, UnitRegister register, OfficeCounts counts, List<DossierFact> facts)
    {
        if (report.From == ReportSender.Office)
        {
            var before = facts.Where(fact => report.After.Contains(fact.Kind)).Select(fact => fact.Office).ToHashSet(StringComparer.Ordinal);
            return counts.In(place).Where(one => report.After.IsEmpty || before.Contains(one.Office.Slug)).Select(one => new Sender(one.Office.Slug, one.Office.Name, one.Place));
        }

        return register.Within(place, report.From == ReportSender.Commune ? UnitTier.Commune : UnitTier.District, UnitRegister.DayOf(year))
            .Select(path => new Sender(path.Code, PlaceScope.NameOf(register, path.Code, year), path));
    }

    private static string? SenderOf(ReportDue report, DossierFact fact) => report.From switch
    {
        ReportSender.Office => fact.Office,
        ReportSender.Commune => fact.Place.Commune,
        _ => fact.Place.District,
    };

    private static IEnumerable<string> Notes(ReportDue report, Row[] rows, int year)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{report.Name}, nộp cho {report.To} trước ngày {report.Due.Before(year):dd/MM/yyyy} ({report.Due.Source.Text}).");
        yield return $"Phải nộp {rows.Length}: đúng hạn {Count(ReportState.InTime)}, trễ hạn {Count(ReportState.Late)}, quá hạn chưa nộp {Count(ReportState.Missing)}, còn hạn {Count(ReportState.Waiting)}.";
        if (rows.Length == 0 && report.From == ReportSender.District) yield return $"Năm {year} không có đơn vị cấp huyện nào trong danh mục.";
        int Count(ReportState state) => rows.Count(row => row.Standing.State == state);
    }

    private sealed record Sender(string Code, string Name, PlacePath Place);

    private sealed record Row(Sender Sender, ReportStanding Standing);
}
