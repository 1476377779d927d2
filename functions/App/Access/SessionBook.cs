using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace LearningSociety.App.Access;

/// <summary>Sessions in Table Storage, so that every instance of the app knows them. The cookie holds a random token, the row its hash.</summary>
public sealed class SessionBook(TableServiceClient tables, TimeProvider clock)
{
    /// <summary>How long a session lasts at most; it never outlives its key.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private const string Table = "Sessions";
    private const string Partition = "session";

    internal async Task<(string Token, DateTimeOffset ExpiresAt)> OpenAsync(KeyRecord key, CancellationToken cancellationToken)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var longest = clock.GetUtcNow() + Lifetime;
        var expires = key.ExpiresAt < longest ? key.ExpiresAt : longest;
        await tables.CreateTableIfNotExistsAsync(Table, cancellationToken);
        await tables.GetTableClient(Table).AddEntityAsync(
            new TableEntity(Partition, RowOf(token)) { ["KeyId"] = key.Id, ["ExpiresAt"] = expires }, cancellationToken);
        return (token, expires);
    }

    /// <summary>The id of the key that the session was opened with; null when there is no such session any more.</summary>
    internal async Task<string?> KeyIdAsync(string token, CancellationToken cancellationToken)
    {
        if (await AccessRows.FindAsync(tables, Table, Partition, RowOf(token), cancellationToken) is not { } row) return null;
        return clock.GetUtcNow() < row.GetDateTimeOffset("ExpiresAt") ? row.GetString("KeyId") : null;
    }

    internal async Task CloseAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            await tables.GetTableClient(Table).DeleteEntityAsync(Partition, RowOf(token), ETag.All, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // Closed already: what the caller wants.
        }
    }

    private static string RowOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
