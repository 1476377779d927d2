using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.App.Registers;
using LearningSociety.App.Web.Answers;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>How reports of the calendar stand, from the registers, the receipts kept of dossiers and those imported: no dossier is looked at.</summary>
public sealed class ReportStandings(IStatisticsBook book, ReceiptBook imported, IUnitBook units, RegisteredOffices offices, PlaceScope scope, Catalogue catalogue)
{
    /// <summary>The parameters of every question about a report.</summary>
    public ImmutableArray<QueryParameter> Parameters { get; } =
    [
        new("province", ParameterType.Province, true, "mã tỉnh"),
        new("report", ParameterType.Choice, true, "báo cáo trong lịch báo cáo", [.. catalogue.Reports.Select(report => report.Id)]),
        new("year", ParameterType.Year, true, "năm của báo cáo"),
        new("on", ParameterType.Day, true, "ngày xem: báo cáo nhận sau ngày này không được tính"),
        new("place", ParameterType.Place, false, "chỉ trong nơi này của tỉnh"),
    ];

    /// <summary>Who owes the report asked for, and how each stands; or what is wrong with the question.</summary>
    public async Task<(ReportRead? Read, Problem? Problem)> ReadAsync(QueryArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (province, year, on) = (arguments.Text("province")!, arguments.Number("year")!.Value, arguments.Day("on")!.Value);
        var report = catalogue.Reports.First(one => one.Id == arguments.Text("report"));
        if (!report.IsAbout(year)) return (null, StatisticsProblems.Conflict($"Báo cáo “{report.Id}” (report) chỉ có cho năm {string.Join(", ", report.Years)}, không có cho năm {year} (year)."));
        if (await scope.FindAsync(province, arguments.Text("place"), year, cancellationToken) is not { } place)
            return (null, StatisticsProblems.UnknownPlace(arguments.Text("place")!, province, year));

        var kept = report.Kinds.IsEmpty && report.After.IsEmpty ? new([], PartitionVersion.None) : await book.ReceiptsAsync(new(province, year), cancellationToken);
        var (came, register, counts) = (await imported.ReadAsync(year, cancellationToken), await units.ReadAsync(cancellationToken), await offices.OfAsync(year, cancellationToken));
        var arrivals = Dossiers(report, year, kept.Receipts)
            .Concat(came.Shown.Where(receipt => receipt.Report == report.Id).Select(receipt => (Sender: (string?)receipt.Sender, Arrival: new ReportArrival(receipt.Received, null, receipt.Number))))
            .ToLookup(one => one.Sender, one => one.Arrival);
        return (
            new(
                report, place, year, register, [.. Owed(report, place, year, register, counts, kept.Receipts).Select(owed => (owed, ReportStanding.Of(report.Due, year, arrivals[owed.Code], on)))],
                $"{province}:{kept.Version.Number};{came.Stamp}:{register.Stamp}:{counts.Stamp}", came.ChangedAt > kept.Version.ChangedAt ? came.ChangedAt : kept.Version.ChangedAt),
            null);
    }

    private static IEnumerable<(string? Sender, ReportArrival Arrival)> Dossiers(ReportDue report, int year, ImmutableArray<PlaceReceipts> kept) =>
        from place in kept
        from one in place.All
        where report.Kinds.Contains(one.Kind)
        let sender = report.From switch { ReportSender.Office => one.Office, ReportSender.Commune => place.Shelf.Place.Commune, _ => place.Shelf.Place.District }
        select (sender, new ReportArrival(one.Received, one.DossierOf(year), ""));

    private static IEnumerable<ReportOwed> Owed(ReportDue report, PlacePath place, int year, UnitRegister register, OfficeCounts counts, ImmutableArray<PlaceReceipts> kept)
    {
        if (report.From == ReportSender.Office)
        {
            var before = kept.SelectMany(one => one.All).Where(one => report.After.Contains(one.Kind)).Select(one => one.Office).ToHashSet(StringComparer.Ordinal);
            return counts.In(place).Where(one => report.After.IsEmpty || before.Contains(one.Office.Slug)).Select(one => new ReportOwed(one.Office.Slug, one.Office.Name, one.Place));
        }

        return register.Within(place, report.From == ReportSender.Commune ? UnitTier.Commune : UnitTier.District, UnitRegister.DayOf(year))
            .Select(path => new ReportOwed(path.Code, PlaceScope.NameOf(register, path.Code, year), path));
    }
}

/// <summary>How a report of the calendar stands.</summary>
/// <param name="Report">The report.</param>
/// <param name="Place">The place asked for.</param>
/// <param name="Year">The year that it is about.</param>
/// <param name="Register">The units.</param>
/// <param name="Standings">Who owes it, and how each stands.</param>
/// <param name="Version">Changes whenever the standings may.</param>
/// <param name="AsOf">When they changed last.</param>
public sealed record ReportRead(
    ReportDue Report, PlacePath Place, int Year, UnitRegister Register, ImmutableArray<(ReportOwed Owed, ReportStanding Standing)> Standings, string Version, DateTimeOffset AsOf)
{
    /// <summary>What a reader has to know.</summary>
    public ImmutableArray<string> Notes => [.. Lines()];

    /// <summary>All counts together.</summary>
    public ReportCounts Counts => ReportCounts.Of([.. Standings.Select(one => one.Standing.State)]);

    private IEnumerable<string> Lines()
    {
        var counts = Counts;
        yield return string.Create(CultureInfo.InvariantCulture, $"{Report.Name}, nộp cho {Report.To} trước ngày {Report.Due.Before(Year):dd/MM/yyyy} ({Report.Due.Source.Text}).");
        yield return $"Phải nộp {counts.Owed}: đúng hạn {counts.InTime}, trễ hạn {counts.Late}, quá hạn chưa nộp {counts.Missing}, còn hạn {counts.Waiting}.";
        if (counts.Owed == 0 && Report.From == ReportSender.District) yield return $"Năm {Year} không có đơn vị cấp huyện nào trong danh mục.";
    }
}
