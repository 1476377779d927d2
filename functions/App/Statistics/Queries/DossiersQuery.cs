using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>The dossiers behind a figure: of a place, a verdict, a result, or a result of a criterion or indicator.</summary>
public sealed class DossiersQuery(IStatisticsBook book, PlaceScope scope) : IStatisticsQuery
{
    private static readonly ColumnSet<DossierFact> Set = new(FactColumns.Of<DossierFact>(fact => fact));

    /// <inheritdoc/>
    public string Name => "dossiers";

    /// <inheritdoc/>
    public string Title => "Hồ sơ đứng sau một con số";

    /// <inheritdoc/>
    public ImmutableArray<QueryParameter> Parameters { get; } =
    [
        new("province", ParameterType.Province, true, "mã tỉnh"),
        new("year", ParameterType.Year, true, "năm của hồ sơ"),
        new("kind", ParameterType.Kind, true, "loại hồ sơ"),
        new("place", ParameterType.Place, false, "chỉ trong nơi này của tỉnh"),
        new("verdict", ParameterType.Choice, false, "chỉ hồ sơ có kết luận kiểm tra này", "complete", "doubtful", "incomplete"),
        new("result", ParameterType.Choice, false, "chỉ hồ sơ có kết quả này; cùng criterion thì là kết quả của tiêu chí hoặc chỉ tiêu ấy", "not-met", "met", "level-1", "level-2", Measures.None),
        new("criterion", ParameterType.Number, false, "tiêu chí mà result nói đến"),
        new("indicator", ParameterType.Number, false, "chỉ tiêu của tiêu chí ấy"),
    ];

    /// <inheritdoc/>
    public ImmutableArray<Column> Columns => Set.Columns;

    /// <inheritdoc/>
    public async Task<QueryOutcome> RunAsync(QueryArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (province, year, kind) = (arguments.Text("province")!, arguments.Number("year")!.Value, arguments.Text("kind")!);
        var (verdict, result, criterion, indicator) = (arguments.Text("verdict"), arguments.Text("result"), arguments.Number("criterion"), arguments.Number("indicator"));
        if (verdict is not null && result is not null) return QueryOutcome.Refused(StatisticsProblems.Conflict("Chỉ chọn một trong hai: kết luận kiểm tra (verdict) hoặc kết quả (result)."));
        if (criterion is not null && result is null) return QueryOutcome.Refused(StatisticsProblems.Conflict("Tiêu chí (criterion) cần đi cùng kết quả (result)."));
        if (indicator is not null && criterion is null) return QueryOutcome.Refused(StatisticsProblems.Conflict("Chỉ tiêu (indicator) cần đi cùng tiêu chí (criterion)."));
        if (await scope.FindAsync(province, arguments.Text("place"), year, cancellationToken) is not { } place)
            return QueryOutcome.Refused(StatisticsProblems.UnknownPlace(arguments.Text("place")!, province, year));

        // The figure itself is a measure of the place's tally, so that the dossiers need not be counted for their total.
        var measure = verdict is not null ? $"verdict.{verdict}"
            : result is null ? Measures.Dossiers
            : criterion is null ? $"computed.{result}"
            : indicator is null ? $"criterion.{criterion}.{result}" : $"criterion.{criterion}.{indicator}.{result}";
        var read = await book.PlaceAsync(year, kind, place, cancellationToken);
        var total = read.RollUps.FirstOrDefault()?.Tally[measure] ?? 0;
        return QueryOutcome.Of(new(RowsAsync(place, year, kind, measure, total), total, $"{province}:{place.Code}:{read.Version.Number}", read.Version.ChangedAt, []));
    }

    private async IAsyncEnumerable<object?[]> RowsAsync(PlacePath place, int year, string kind, string measure, int total, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (total == 0) yield break;
        await foreach (var fact in book.FactsInAsync(year, kind, place, measure, cancellationToken))
        {
            yield return Set.Cells(fact);
            if (--total == 0) yield break;
        }
    }
}
