using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace LearningSociety.App.Access;

/// <summary>Counts failed sign-ins per key id and per address within a window, in Table Storage.</summary>
public sealed class AttemptCounter(TableServiceClient tables, TimeProvider clock)
{
    internal const int MostPerKey = 5;
    internal const int MostPerAddress = 20;
    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private const string Table = "SignInAttempts";
    private const int Tries = 8;

    /// <summary>
    /// Takes one attempt for the name, or says how long to wait. The attempt is counted before the key is looked at,
    /// so that attempts made at the same time cannot slip past the limit.
    /// </summary>
    internal async Task<TimeSpan?> TakeAsync(string kind, string name, int most, CancellationToken cancellationToken)
    {
        await tables.CreateTableIfNotExistsAsync(Table, cancellationToken);
        var client = tables.GetTableClient(Table);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var now = clock.GetUtcNow();
            var row = await AccessRows.FindAsync(tables, Table, kind, RowOf(name), cancellationToken);
            try
            {
                if (row is null)
                {
                    await client.AddEntityAsync(new TableEntity(kind, RowOf(name)) { ["Count"] = 1, ["Since"] = now }, cancellationToken);
                    return null;
                }

                var since = row.GetDateTimeOffset("Since") ?? now;
                var running = now < since + Window;
                var count = running ? row.GetInt32("Count") ?? 0 : 0;
                if (count >= most) return since + Window - now;
                row["Count"] = count + 1;
                row["Since"] = running ? since : now;
                await client.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken);
                return null;
            }
            catch (RequestFailedException fault) when (fault.Status is 409 or 412)
            {
                // Somebody else counted in between: read again.
            }
        }

        return TimeSpan.FromSeconds(5);
    }

    /// <summary>Forgets the attempts for a name, after a sign-in that succeeded.</summary>
    internal async Task ForgetAsync(string kind, string name, CancellationToken cancellationToken)
    {
        try
        {
            await tables.GetTableClient(Table).DeleteEntityAsync(kind, RowOf(name), ETag.All, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            // Nothing was counted.
        }
    }

    // Names come from outside and may hold what a table key may not.
    private static string RowOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
