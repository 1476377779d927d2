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

    /// <summary>The facts that count, by dossier: of a kind, or of all. Read page by page, so that a year need not fit into memory.</summary>
    IAsyncEnumerable<DossierFact> FactsAsync(ProvinceYear at, string? kind, CancellationToken cancellationToken);
}

/// <summary>How often a province and year changed, and when last.</summary>
/// <param name="Number">Raised by every change.</param>
/// <param name="ChangedAt">The last change.</param>
public sealed record PartitionVersion(long Number, DateTimeOffset ChangedAt)
{
    /// <summary>Nothing was ever counted.</summary>
    public static PartitionVersion None { get; } = new(0, DateTimeOffset.UnixEpoch);

    /// <summary>The next one.</summary>
    public PartitionVersion Next(DateTimeOffset now) => new(Number + 1, now);
}

/// <summary>Roll-ups as they were at one moment.</summary>
/// <param name="RollUps">The roll-ups.</param>
/// <param name="Version">The version at which a dossier of the kind changed last.</param>
public sealed record RollUpRead(ImmutableArray<RollUp> RollUps, PartitionVersion Version);
