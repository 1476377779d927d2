using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.App.Registers;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>Recognitions on record as they stand on a day: in force, lapsing, lapsed, and who may ask for level 2.</summary>
public sealed class RecognitionsQuery(RecognitionBook book, IUnitBook units, RegisteredOffices offices, PlaceScope scope, Catalogue catalogue) : IStatisticsQuery
{
    private const string Upgradable = "upgradable";

    private static readonly ColumnSet<Row> Set = new(
    [
        (new("subject", ColumnType.Text, "Mã", "Mã đơn vị được công nhận “Đơn vị học tập”, hoặc mã đơn vị hành chính được công nhận “Cộng đồng học tập”", ""), row => row.Standing.Recognition.Subject),
        (new("name", ColumnType.Text, "Tên", "Tên đơn vị, hoặc tên đơn vị hành chính vào ngày ấy", ""), row => row.Name),
        (new("sort", ColumnType.Text, "Danh hiệu", "unit: Đơn vị học tập; community: Cộng đồng học tập", ""), row => row.Standing.Recognition.Office is null ? "community" : "unit"),
        (new("district", ColumnType.Text, "Mã huyện", "Huyện vào ngày ấy; trống khi không có", ""), row => row.Place.District),
        (new("commune", ColumnType.Text, "Mã xã", "Xã vào ngày ấy; trống khi chưa biết", ""), row => row.Place.Commune),
        (new("level", ColumnType.Text, "Mức độ", "level-1: mức độ 1; level-2: mức độ 2", ""), row => WireName.Of(row.Standing.Recognition.Level)),
        (new("decision", ColumnType.Text, "Quyết định", "Số và ký hiệu của quyết định công nhận", ""), row => row.Standing.Recognition.Decision),
        (new("decided", ColumnType.Date, "Ngày quyết định", "Ngày ký quyết định", ""), row => row.Standing.Recognition.Decided),
        (new("lastDay", ColumnType.Date, "Ngày cuối", "Ngày cuối còn giá trị: theo quyết định, nếu không thì theo quy định; trống khi không đâu quy định", ""), row => row.Standing.LastDay),
        (new("state", ColumnType.Text, "Tình trạng", "in-force: còn giá trị; lapsing: hết giá trị trong mười hai tháng tới; lapsed: đã hết giá trị", ""), row => WireName.Of(row.Standing.State)),
        (new("upgradeFrom", ColumnType.Date, "Được đề nghị mức độ 2 từ", "Ngày đầu được đề nghị nâng lên mức độ 2; trống khi không phải mức độ 1 còn giá trị", ""), row => row.Standing.UpgradeFrom),
        (new("mayUpgrade", ColumnType.Text, "Được đề nghị mức độ 2", "yes: đã đến ngày; no: chưa; trống khi không áp dụng", ""), row => row.Standing.UpgradeFrom is null ? null : row.Standing.MayUpgrade ? "yes" : "no"),
    ]);

    /// <inheritdoc/>
    public string Name => "recognitions";

    /// <inheritdoc/>
    public string Title => "Danh hiệu đã công nhận: còn giá trị, sắp hết, được đề nghị nâng mức độ";

    /// <inheritdoc/>
    public ImmutableArray<QueryParameter> Parameters { get; } =
    [
        new("province", ParameterType.Province, true, "mã tỉnh"),
        new("on", ParameterType.Day, true, "ngày cần xem"),
        new("place", ParameterType.Place, false, "chỉ trong nơi này của tỉnh, theo đơn vị hành chính của ngày ấy"),
        new("state", ParameterType.Choice, false, "chỉ tình trạng này; upgradable: được đề nghị mức độ 2", [.. Enum.GetValues<RecognitionState>().Select(state => WireName.Of(state)), Upgradable]),
    ];

    /// <inheritdoc/>
    public ImmutableArray<Column> Columns => Set.Columns;

    /// <inheritdoc/>
    public async Task<QueryOutcome> RunAsync(QueryArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (province, day, state) = (arguments.Text("province")!, arguments.Day("on")!.Value, arguments.Text("state"));
        if (await scope.OnAsync(province, arguments.Text("place"), day, cancellationToken) is not { } place)
            return QueryOutcome.Refused(StatisticsProblems.UnknownPlace(arguments.Text("place")!, province, day.Year));
        var (kept, register, counts) = (await book.ReadAsync(cancellationToken), await units.ReadAsync(cancellationToken), await offices.OnAsync(day, cancellationToken));
        var terms = RecognitionStanding.TermsOfOffices(catalogue);
        var ofOffices = counts.In(place).Select(one => RowOf(RecognitionStanding.Of(kept.Shown.OfOffice(one.Office.Slug), day, terms), one.Office.Name, one.Place));
        var ofPlaces = Enum.GetValues<UnitTier>().SelectMany(tier => register.Within(place, tier, day)).Select(path => RowOf(RecognitionStanding.Of(kept.Shown.OfPlace(path.Code), day, RecognitionTerms.None), register.Find(path.Code, day)?.Name ?? path.Code, path));
        var rows = ofPlaces.Concat(ofOffices).OfType<Row>().Where(row => state is null || (state == Upgradable ? row.Standing.MayUpgrade : WireName.Of(row.Standing.State) == state)).ToArray();
        return QueryOutcome.Of(new(
            rows.Select(Set.Cells).ToAsyncEnumerable(), rows.Length, string.Create(CultureInfo.InvariantCulture, $"{kept.Stamp}:{register.Stamp}:{counts.Stamp}"), kept.ChangedAt,
            [.. Notes(kept.Shown, place, day, register)]));
    }

    private static IEnumerable<string> Notes(RecognitionList list, PlacePath place, DateOnly day, UnitRegister register)
    {
        if (list.All.IsEmpty) yield return "Chưa nhập quyết định công nhận nào.";
        if (list.GoneInto(place, day, register) is { IsEmpty: false } gone) yield return StatisticsNotes.Gone(gone);
    }

    private static Row? RowOf(RecognitionStanding? standing, string name, PlacePath place) => standing is null ? null : new(standing, name, place);

    private sealed record Row(RecognitionStanding Standing, string Name, PlacePath Place);
}
