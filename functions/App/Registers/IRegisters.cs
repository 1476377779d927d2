using System.Collections.Immutable;
using LearningSociety.Domain.Places;

namespace LearningSociety.App.Registers;

/// <summary>Offices that may hand in dossiers.</summary>
public interface IOfficeRegister
{
    /// <summary>The office of that slug; null when it is unknown.</summary>
    Task<Office?> FindAsync(string slug, CancellationToken cancellationToken);

    /// <summary>Registers an office or renames it.</summary>
    Task PutAsync(Office office, CancellationToken cancellationToken);

    /// <summary>Registers or renames many offices: all of them, also when the process ends meanwhile.</summary>
    Task PutAllAsync(ImmutableArray<Office> offices, CancellationToken cancellationToken);

    /// <summary>All offices by slug.</summary>
    IAsyncEnumerable<Office> ListAsync(CancellationToken cancellationToken);

    /// <summary>Tells one content from another without reading it: as long as it is the same, no office changed since.</summary>
    Task<string> StampAsync(CancellationToken cancellationToken);
}

/// <summary>An office.</summary>
/// <param name="Slug">Lower-case ASCII letters, digits and single hyphens.</param>
/// <param name="Name">The name as people write it.</param>
/// <param name="Province">The province's code, for statistics of an office without a unit; empty when unknown.</param>
/// <param name="Unit">Code of the administrative unit that it belongs to, for statistics; empty when unknown.</param>
public sealed record Office(string Slug, string Name, string Province = "", string Unit = "");

/// <summary>The administrative units.</summary>
public interface IUnitBook
{
    /// <summary>The units as they were imported last; empty before the first import.</summary>
    Task<UnitRegister> ReadAsync(CancellationToken cancellationToken);

    /// <summary>When the units were imported last.</summary>
    Task<DateTimeOffset> ChangedAtAsync(CancellationToken cancellationToken);

    /// <summary>Replaces the units by those of an import that was checked, all at once.</summary>
    Task ReplaceAsync(UnitRegister units, CancellationToken cancellationToken);
}

/// <summary>Reviewers who get the reports by e-mail.</summary>
public interface IReaderRegister
{
    /// <summary>Readers registered for a kind and office.</summary>
    Task<ImmutableArray<Reader>> ForAsync(string kind, string office, CancellationToken cancellationToken);

    /// <summary>Registers a reader, or replaces the one of the same address.</summary>
    Task PutAsync(Reader reader, CancellationToken cancellationToken);

    /// <summary>All readers.</summary>
    IAsyncEnumerable<Reader> ListAsync(CancellationToken cancellationToken);
}

/// <summary>A reader of reports.</summary>
/// <param name="Address">E-mail address.</param>
/// <param name="Name">Name as shown in the mail's To line.</param>
/// <param name="Kind">Dossier kind, or "*" for all.</param>
/// <param name="Place">Office slug or a prefix ending in "*"; "*" for all.</param>
public sealed record Reader(string Address, string Name, string Kind = "*", string Place = "*");
