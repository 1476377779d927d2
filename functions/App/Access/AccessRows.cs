using Azure;
using Azure.Data.Tables;

namespace LearningSociety.App.Access;

/// <summary>Point reads that take a table which is not there yet for an empty one.</summary>
internal static class AccessRows
{
    internal static async Task<TableEntity?> FindAsync(
        TableServiceClient tables, string table, string partition, string row, CancellationToken cancellationToken)
    {
        try
        {
            var found = await tables.GetTableClient(table).GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
            return found.HasValue ? found.Value : null;
        }
        catch (RequestFailedException fault) when (fault.Status == 404)
        {
            return null;
        }
    }
}
