using LearningSociety.App.Storage;
using LearningSociety.Domain.Places;

namespace LearningSociety.App.Registers;

/// <summary>Administrative units as one blob, so that an import replaces all or nothing.</summary>
public sealed class UnitBook(JsonBlobs blobs, TimeProvider clock) : IUnitBook
{
    private readonly KeptRows<AdministrativeUnit, UnitRegister> kept = new(blobs, "units.json", rows => rows.IsEmpty ? UnitRegister.Empty : new(rows), clock);

    /// <inheritdoc/>
    public async Task<UnitRegister> ReadAsync(CancellationToken cancellationToken) => (await kept.ReadAsync(cancellationToken)).Shown;

    /// <inheritdoc/>
    public async Task<DateTimeOffset> ChangedAtAsync(CancellationToken cancellationToken) => (await kept.ReadAsync(cancellationToken)).ChangedAt;

    /// <inheritdoc/>
    public Task ReplaceAsync(UnitRegister units, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(units);
        return kept.ChangeAsync(_ => units.Units, cancellationToken);
    }
}
