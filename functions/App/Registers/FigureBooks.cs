using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Registers;

/// <summary>Figures that were counted by people, one blob a year.</summary>
public sealed class MeasureBook(JsonBlobs blobs, TimeProvider clock)
{
    private readonly YearRows<Measure, YearMeasures> kept = new(blobs, "measures", (year, rows) => new(year, rows), clock);

    /// <summary>The figures of a year.</summary>
    public Task<Kept<YearMeasures>> ReadAsync(int year, CancellationToken cancellationToken) => kept.Of(year).ReadAsync(cancellationToken);

    /// <summary>Makes the figures of a year anew of those that are there.</summary>
    public Task ChangeAsync(int year, Func<ImmutableArray<Measure>, ImmutableArray<Measure>> change, CancellationToken cancellationToken) => kept.Of(year).ChangeAsync(change, cancellationToken);
}

/// <summary>Reports that came in otherwise than as dossiers, one blob a year.</summary>
public sealed class ReceiptBook(JsonBlobs blobs, TimeProvider clock)
{
    private readonly YearRows<ReportReceipt, ImmutableArray<ReportReceipt>> kept = new(blobs, "receipts", (_, rows) => rows, clock);

    /// <summary>The receipts of a year.</summary>
    public Task<Kept<ImmutableArray<ReportReceipt>>> ReadAsync(int year, CancellationToken cancellationToken) => kept.Of(year).ReadAsync(cancellationToken);

    /// <summary>Makes the receipts of a year anew of those that are there.</summary>
    public Task ChangeAsync(int year, Func<ImmutableArray<ReportReceipt>, ImmutableArray<ReportReceipt>> change, CancellationToken cancellationToken) => kept.Of(year).ChangeAsync(change, cancellationToken);
}

/// <summary>Recognitions that people decided on. A recognition lasts for years and its place may move, so they are one blob.</summary>
public sealed class RecognitionBook(JsonBlobs blobs, TimeProvider clock)
{
    private readonly KeptRows<GrantedRecognition, RecognitionList> kept = new(blobs, "recognitions.json", rows => new(rows), clock);

    /// <summary>All recognitions.</summary>
    public Task<Kept<RecognitionList>> ReadAsync(CancellationToken cancellationToken) => kept.ReadAsync(cancellationToken);

    /// <summary>Makes the recognitions anew of those that are there.</summary>
    public Task ChangeAsync(Func<ImmutableArray<GrantedRecognition>, ImmutableArray<GrantedRecognition>> change, CancellationToken cancellationToken) => kept.ChangeAsync(change, cancellationToken);
}

/// <summary>A register of which each year is a blob. Years are checked before: there are a hundred at most.</summary>
internal sealed class YearRows<TRow, TShown>(JsonBlobs blobs, string name, Func<int, ImmutableArray<TRow>, TShown> show, TimeProvider clock)
{
    private readonly ConcurrentDictionary<int, KeptRows<TRow, TShown>> years = new();

    internal KeptRows<TRow, TShown> Of(int year) =>
        years.GetOrAdd(year, _ => new(blobs, string.Create(CultureInfo.InvariantCulture, $"{name}/{year}.json"), rows => show(year, rows), clock));
}
