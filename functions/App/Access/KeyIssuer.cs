using Azure.Data.Tables;
using LearningSociety.Domain.Dossiers;

namespace LearningSociety.App.Access;

/// <summary>Makes, lists and revokes keys; needs storage only, not the running app.</summary>
public sealed class KeyIssuer(TableServiceClient tables, TimeProvider clock)
{
    private readonly KeyBook _book = new(tables);

    /// <summary>Makes a key. The key itself is in the answer and nowhere else.</summary>
    /// <param name="role">What it allows.</param>
    /// <param name="office">The office's slug: needed for the role office, null for any other.</param>
    /// <param name="name">Whose key it is.</param>
    /// <param name="lifetime">How long it is valid.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException">Role and office do not fit together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not positive.</exception>
    public async Task<IssuedKey> IssueAsync(Role role, string? office, string name, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        if (role == Role.Office ? !DossierId.IsSlug(office) : office is not null)
            throw new ArgumentException("A key for the role office names the office's slug, and no other key names one.", nameof(office));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        var now = clock.GetUtcNow();
        var key = AccessKey.Create();
        var record = new KeyRecord(key.Id, role, office, name, now, now + lifetime, null);
        await _book.AddAsync(record, key.Hash, cancellationToken);
        return new(key.Text, record);
    }

    /// <summary>Revokes a key, and with it the sessions opened by it; false when there is no such key.</summary>
    public Task<bool> RevokeAsync(string id, CancellationToken cancellationToken) => _book.RevokeAsync(id, clock.GetUtcNow(), cancellationToken);

    /// <summary>All keys, without the keys themselves.</summary>
    public IAsyncEnumerable<KeyRecord> ListAsync(CancellationToken cancellationToken) => _book.ListAsync(cancellationToken);
}

/// <summary>A key just made.</summary>
/// <param name="Key">The key, to be shown once.</param>
/// <param name="Record">What is kept of it.</param>
public sealed record IssuedKey(string Key, KeyRecord Record);
