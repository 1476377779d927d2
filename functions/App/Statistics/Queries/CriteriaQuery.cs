using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>How each criterion and indicator came out in a place, weakest first.</summary>
public sealed class CriteriaQuery(IStatisticsBook book, PlaceScope scope, Catalogue catalogue) : IStatisticsQuery
{
    private static readonly ColumnSet<CriterionStanding> Set = new(
    [
        (new("criterion", ColumnType.Integer, "Tiêu chí", "Số thứ tự của tiêu chí", ""), row => row.Criterion),
        (new("indicator", ColumnType.Integer, "Chỉ tiêu", "Số thứ tự của chỉ tiêu; trống là dòng của cả tiêu chí", ""), row => row.Indicator),
        (new("text", ColumnType.Text, "Nội dung", "Nội dung của tiêu chí hoặc chỉ tiêu, khi danh mục có ghi", ""), row => row.Text),
        (new("rows", ColumnType.Integer, "Số dòng", "Số bảng tổng hợp có dòng này", "hồ sơ"), row => row.Assessed + row.Blank),
        (new("notMet", ColumnType.Integer, "Không đạt", "Số dòng ghi Không đạt", "hồ sơ"), row => row.NotMet),
        (new("met", ColumnType.Integer, "Đạt", "Số dòng ghi Đạt", "hồ sơ"), row => row.Met),
        (new("level1", ColumnType.Integer, "Mức độ 1", "Số dòng ghi Mức độ 1", "hồ sơ"), row => row.Level1),
        (new("level2", ColumnType.Integer, "Mức độ 2", "Số dòng ghi Mức độ 2", "hồ sơ"), row => row.Level2),
        (new("blank", ColumnType.Integer, "Trống", "Số dòng không ghi kết quả", "hồ sơ"), row => row.Blank),
        (new("notMetShare", ColumnType.Decimal, "Không đạt (%)", "Tỷ lệ Không đạt trên số dòng có kết quả, một chữ số thập phân", "%"), row => row.NotMetShare),
        (new("bestShare", ColumnType.Decimal, "Cao nhất (%)", "Tỷ lệ Đạt hoặc Mức độ 2 trên số dòng có kết quả, một chữ số thập phân", "%"), row => row.BestShare),
    ]);

    /// <inheritdoc/>
    public string Name => "criteria";

    /// <inheritdoc/>
    public string Title => "Kết quả từng tiêu chí, chỉ tiêu, yếu nhất trước";

    /// <inheritdoc/>
    public ImmutableArray<QueryParameter> Parameters { get; } =
    [
        new("province", ParameterType.Province, true, "mã tỉnh"),
        new("year", ParameterType.Year, true, "năm của hồ sơ"),
        new("kind", ParameterType.Kind, true, "loại hồ sơ"),
        new("place", ParameterType.Place, false, "chỉ trong nơi này của tỉnh"),
    ];

    /// <inheritdoc/>
    public ImmutableArray<Column> Columns => Set.Columns;

    /// <inheritdoc/>
    public async Task<QueryOutcome> RunAsync(QueryArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (province, year, kind) = (arguments.Text("province")!, arguments.Number("year")!.Value, arguments.Text("kind")!);
        if (await scope.FindAsync(province, arguments.Text("place"), year, cancellationToken) is not { } place)
            return QueryOutcome.Refused(StatisticsProblems.UnknownPlace(arguments.Text("place")!, province, year));
        var read = await book.PlaceAsync(year, kind, place, cancellationToken);
        var scheme = catalogue.Scheme(catalogue.Form(catalogue.Kind(kind)?.SummaryForm)?.Scheme);
        var rows = CriterionStanding.Of(read.RollUps.FirstOrDefault()?.Tally ?? Tally.Empty, scheme);
        return QueryOutcome.Of(new(rows.Select(Set.Cells).ToAsyncEnumerable(), rows.Length, $"{province}:{read.Version.Number}", read.Version.ChangedAt, []));
    }
}
