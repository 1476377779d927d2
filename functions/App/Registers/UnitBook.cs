using LearningSociety.App.Storage;
using LearningSociety.Domain.Places;

namespace LearningSociety.App.Registers;

/// <summary>Administrative units as one blob, so that an import replaces all or nothing.</summary>
public sealed class UnitBook(JsonBlobs blobs, TimeProvider clock) : IUnitBook
{
    private readonly KeptRows<AdministrativeUnit, Imported> kept = new(blobs, "units.json", all => new(all.Rows.IsEmpty ? UnitRegister.Empty : new(all.Rows), all.ChangedAt), clock);

    /// <inheritdoc/>
    public async Task<UnitRegister> ReadAsync(CancellationToken cancellationToken) => (await kept.ReadAsync(cancellationToken)).Units;

    /// <inheritdoc/>
    public async Task<DateTimeOffset> ChangedAtAsync(CancellationToken cancellationToken) => (await kept.ReadAsync(cancellationToken)).ChangedAt;

    /// <inheritdoc/>
    public Task ReplaceAsync(UnitRegister units, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(units);
        return kept.ChangeAsync(_ => units.Units, cancellationToken);
    }

    private sealed record Imported(UnitRegister Units, DateTimeOffset ChangedAt);
}
