using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using LearningSociety.App.Storage;

namespace LearningSociety.App.Registers;

/// <summary>A register at one moment.</summary>
/// <typeparam name="T">What is made of its rows.</typeparam>
/// <param name="Shown">What is made of its rows.</param>
/// <param name="Stamp">Tells one content from another.</param>
/// <param name="ChangedAt">The last change; the epoch when there never was one.</param>
public sealed record Kept<T>(T Shown, string Stamp, DateTimeOffset ChangedAt);

/// <summary>
/// The rows of a register as one blob, so that an import changes all or nothing, and what is shown of them. Other processes see a change within two minutes.
/// </summary>
/// <typeparam name="TRow">A row.</typeparam>
/// <typeparam name="TShown">What is made of the rows once for all questions; stays the same while they do.</typeparam>
public sealed class KeptRows<TRow, TShown>
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly JsonBlobs blobs;
    private readonly string name;
    private readonly Func<ImmutableArray<TRow>, TShown> show;
    private readonly Refreshed<Loaded> shown;

    /// <summary>Creates a register over a blob.</summary>
    public KeptRows(JsonBlobs blobs, string name, Func<ImmutableArray<TRow>, TShown> show, TimeProvider clock) =>
        (this.blobs, this.name, this.show, shown) = (blobs, name, show, new(LoadAsync, Fresh, Longest, clock));

    /// <summary>The register.</summary>
    public async Task<Kept<TShown>> ReadAsync(CancellationToken cancellationToken) => (await shown.GetAsync(cancellationToken)).Kept;

    /// <summary>Makes the rows anew of those that are there, all at once.</summary>
    /// <param name="change">Is done again when somebody else changed the register meanwhile.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task ChangeAsync(Func<ImmutableArray<TRow>, ImmutableArray<TRow>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await blobs.ChangeAsync<ImmutableArray<TRow>>(Containers.Registers, name, before => change(before.IsDefault ? [] : before), cancellationToken);
        shown.Set(await LoadAsync(null));
    }

    // A register that did not change stays the same one, with all that it has found out.
    private async Task<Loaded> LoadAsync(Loaded? before)
    {
        var (bytes, writtenAt) = await blobs.ReadDatedAsync(Containers.Registers, name, CancellationToken.None);
        if (before is not null && bytes.AsSpan().SequenceEqual(before.Bytes)) return before;
        var rows = bytes.Length == 0 ? [] : JsonSerializer.Deserialize<ImmutableArray<TRow>>(bytes, Json);
        return new(bytes, new(show(rows), Convert.ToHexStringLower(SHA256.HashData(bytes))[..12], writtenAt));
    }

    private sealed record Loaded(byte[] Bytes, Kept<TShown> Kept);
}
