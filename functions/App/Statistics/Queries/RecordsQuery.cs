using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>Every criterion result of a province's year, for whoever counts by other means. Read and written page by page.</summary>
public sealed class RecordsQuery(IStatisticsBook book, Catalogue catalogue) : IStatisticsQuery
{
    /// <summary>The query's name.</summary>
    public const string Records = "records";

    private static readonly ColumnSet<Row> Set = new(
    [
        .. FactColumns.Of<Row>(row => row.Fact),
        (new("criterion", ColumnType.Integer, "Tiêu chí", "Số thứ tự của tiêu chí", ""), row => row.Criterion.Criterion),
        (new("indicator", ColumnType.Integer, "Chỉ tiêu", "Số thứ tự của chỉ tiêu; trống là dòng của cả tiêu chí", ""), row => row.Criterion.Indicator),
        (new("result", ColumnType.Text, "Kết quả", "Kết quả của dòng: not-met, met, level-1, level-2; trống khi không ghi", ""), row => row.Criterion.Result is { } result ? WireName.Of(result) : null),
        (new("score", ColumnType.Decimal, "Điểm", "Điểm của dòng, với bộ tiêu chí chấm điểm", "điểm"), row => row.Criterion.Score),
        (new("maxScore", ColumnType.Decimal, "Điểm tối đa", "Điểm tối đa của dòng, với bộ tiêu chí chấm điểm", "điểm"), row => row.Criterion.MaxScore),
    ]);

    /// <inheritdoc/>
    public string Name => Records;

    /// <inheritdoc/>
    public string Title => "Mọi kết quả tiêu chí của một năm";

    /// <inheritdoc/>
    public ImmutableArray<QueryParameter> Parameters { get; } =
    [
        new("province", ParameterType.Province, true, "mã tỉnh"),
        new("year", ParameterType.Year, true, "năm của hồ sơ"),
        new("kind", ParameterType.Kind, false, "chỉ loại hồ sơ này"),
    ];

    /// <inheritdoc/>
    public ImmutableArray<Column> Columns => Set.Columns;

    /// <inheritdoc/>
    public async Task<QueryOutcome> RunAsync(QueryArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (at, kind) = (new ProvinceYear(arguments.Text("province")!, arguments.Number("year")!.Value), arguments.Text("kind"));
        var version = await book.VersionAsync(at, cancellationToken);
        var kinds = kind is null ? catalogue.Kinds.Select(one => one.Id) : [kind];
        var tallies = await Task.WhenAll(kinds.Select(one => book.PlaceAsync(at.Year, one, new(at.Province), cancellationToken)));
        var total = tallies.SelectMany(read => read.RollUps).SelectMany(rollUp => rollUp.Tally.Counts)
            .Where(count => count.Key.StartsWith("criterion.", StringComparison.Ordinal)).Sum(count => count.Value);
        return QueryOutcome.Of(new(RowsAsync(at, kind), total, $"{at.Partition}:{version.Number}", version.ChangedAt, []));
    }

    private async IAsyncEnumerable<object?[]> RowsAsync(ProvinceYear at, string? kind, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var fact in book.FactsAsync(at, kind, cancellationToken))
            foreach (var criterion in fact.Criteria)
                yield return Set.Cells(new(fact, criterion));
    }

    private readonly record struct Row(DossierFact Fact, FactCriterion Criterion);
}
