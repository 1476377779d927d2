using System.Collections.Immutable;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics;

/// <summary>Reads statistics. Roll-ups of one read are of one moment: a reader never sees a dossier counted in a commune and not yet in its province.</summary>
public interface IStatisticsBook
{
    /// <summary>The provinces and years that something was counted in, of one year or of all; by year and province.</summary>
    Task<ImmutableArray<ProvinceYear>> KnownAsync(int? year, CancellationToken cancellationToken);

    /// <summary>The version of a province and year; <see cref="PartitionVersion.None"/> when nothing was counted.</summary>
    Task<PartitionVersion> VersionAsync(ProvinceYear at, CancellationToken cancellationToken);

    /// <summary>All roll-ups of a kind, the province's first; empty when nothing was counted.</summary>
    Task<RollUpRead> RollUpsAsync(ProvinceYear at, string kind, CancellationToken cancellationToken);

    /// <summary>The roll-up of one place; empty when nothing was counted there.</summary>
    Task<RollUpRead> PlaceAsync(int year, string kind, PlacePath place, CancellationToken cancellationToken);

    /// <summary>Which dossiers came in from the places of a province and when.</summary>
    Task<ReceiptRead> ReceiptsAsync(ProvinceYear at, CancellationToken cancellationToken);

    /// <summary>The facts that count, by dossier: of a kind, or of all. Read page by page, so that a year need not fit into memory.</summary>
    IAsyncEnumerable<DossierFact> FactsAsync(ProvinceYear at, string? kind, CancellationToken cancellationToken);

    /// <summary>The facts of a kind that count in a place and in a measure, by dossier; those of a commune without a look at the others of its province.</summary>
    IAsyncEnumerable<DossierFact> FactsInAsync(int year, string kind, PlacePath place, string measure, CancellationToken cancellationToken);

    /// <summary>The facts of a kind that belong to a place itself and not to one below it, by dossier, without a look at others.</summary>
    IAsyncEnumerable<DossierFact> FactsOfAsync(int year, string kind, PlacePath place, CancellationToken cancellationToken);
}

/// <summary>How often a province and year changed, and when last.</summary>
/// <param name="Number">Raised by every change.</param>
/// <param name="ChangedAt">The last change.</param>
/// <param name="HasReceipts">True when receipts are kept of all that counts; a release that knows of none writes a version without it, and a rebuild catches up.</param>
public sealed record PartitionVersion(long Number, DateTimeOffset ChangedAt, bool HasReceipts)
{
    /// <summary>Nothing was ever counted.</summary>
    public static PartitionVersion None { get; } = new(0, DateTimeOffset.UnixEpoch, true);

    /// <summary>The next one.</summary>
    public PartitionVersion Next(DateTimeOffset now) => this with { Number = Number + 1, ChangedAt = now };
}

/// <summary>Roll-ups as they were at one moment.</summary>
/// <param name="RollUps">The roll-ups.</param>
/// <param name="Version">The version at which a dossier of the kind changed last.</param>
public sealed record RollUpRead(ImmutableArray<RollUp> RollUps, PartitionVersion Version);

/// <summary>Receipts, and the version that they are of at least: a dossier that came meanwhile makes the next.</summary>
/// <param name="Receipts">The receipts.</param>
/// <param name="Version">The version.</param>
public sealed record ReceiptRead(ImmutableArray<PlaceReceipts> Receipts, PartitionVersion Version);
