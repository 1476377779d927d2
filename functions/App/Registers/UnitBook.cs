using System.Collections.Immutable;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Places;

namespace LearningSociety.App.Registers;

/// <summary>Administrative units as one blob, so that an import replaces all or nothing. Read once a while: they change a few times a year.</summary>
public sealed class UnitBook(JsonBlobs blobs, TimeProvider clock) : IUnitBook
{
    private const string Name = "units.json";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private Task<UnitRegister>? reading;
    private DateTimeOffset readAt;

    /// <inheritdoc/>
    public Task<UnitRegister> ReadAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (reading is null || reading.IsFaulted || now - readAt > Fresh)
                (reading, readAt) = (LoadAsync(), now);
            return reading.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task ReplaceAsync(UnitRegister units, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(units);
        await blobs.WriteAsync(Containers.Registers, Name, units.Units, cancellationToken);
        lock (gate)
            (reading, readAt) = (Task.FromResult(units), clock.GetUtcNow());
    }

    private async Task<UnitRegister> LoadAsync() =>
        await blobs.ReadAsync<ImmutableArray<AdministrativeUnit>?>(Containers.Registers, Name, CancellationToken.None) is { } units ? new(units) : UnitRegister.Empty;
}
