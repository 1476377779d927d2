using System.Collections.Immutable;
using System.Text.Json;
using LearningSociety.App.Storage;
using LearningSociety.Domain.Places;

namespace LearningSociety.App.Registers;

/// <summary>Administrative units as one blob, so that an import replaces all or nothing. Other processes see it within two minutes.</summary>
public sealed class UnitBook : IUnitBook
{
    private const string Name = "units.json";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly JsonBlobs blobs;
    private readonly Refreshed<Import> shown;

    /// <summary>Creates a book over the blobs.</summary>
    public UnitBook(JsonBlobs blobs, TimeProvider clock) => (this.blobs, shown) = (blobs, new(LoadAsync, Fresh, Longest, clock));

    /// <inheritdoc/>
    public async Task<UnitRegister> ReadAsync(CancellationToken cancellationToken) => (await shown.GetAsync(cancellationToken)).Units;

    /// <inheritdoc/>
    public async Task ReplaceAsync(UnitRegister units, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(units);
        await blobs.WriteAsync(Containers.Registers, Name, units.Units, cancellationToken);
        shown.Set(await LoadAsync(null));
    }

    // A register that did not change stays the same one, with all that it has found out.
    private async Task<Import> LoadAsync(Import? before)
    {
        var bytes = await blobs.ReadBytesAsync(Containers.Registers, Name, CancellationToken.None) ?? [];
        if (before is not null && bytes.AsSpan().SequenceEqual(before.Bytes)) return before;
        return new(bytes, bytes.Length == 0 ? UnitRegister.Empty : new(JsonSerializer.Deserialize<ImmutableArray<AdministrativeUnit>>(bytes, Json)));
    }

    private sealed record Import(byte[] Bytes, UnitRegister Units);
}
