// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Queries;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>The tables of one storage account. Safe for use by several threads.</summary>
public class TableServiceClient
{
    private readonly TableEndpoint _endpoint;

    /// <summary>Creates the client from a connection string.</summary>
    /// <param name="connectionString">Account, key and, where it is not Azure's own, the address; or <c>UseDevelopmentStorage=true</c>.</param>
    /// <exception cref="FormatException">The text is no connection string for tables.</exception>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <summary>Creates the client from a connection string.</summary>
    /// <param name="connectionString">Account, key and, where it is not Azure's own, the address; or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="options">Retries, transport, diagnostics.</param>
    /// <exception cref="FormatException">The text is no connection string for tables.</exception>
    public TableServiceClient(string connectionString, TableClientOptions options = null) => _endpoint = TableEndpoint.For(connectionString, options);

    /// <summary>Creates the client for an identity of Microsoft Entra.</summary>
    /// <param name="endpoint">The service's address, https.</param>
    /// <param name="tokenCredential">Who asks.</param>
    /// <param name="options">Retries, transport, diagnostics.</param>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null) =>
        _endpoint = TableEndpoint.For(endpoint, tokenCredential, options);

    /// <summary>Creates the client with the account's key.</summary>
    /// <param name="endpoint">The service's address.</param>
    /// <param name="credential">The account's key.</param>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <summary>Creates the client with the account's key.</summary>
    /// <param name="endpoint">The service's address.</param>
    /// <param name="credential">The account's key.</param>
    /// <param name="options">Retries, transport, diagnostics.</param>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options) =>
        _endpoint = TableEndpoint.For(endpoint, credential, options);

    /// <summary>For test doubles.</summary>
    protected TableServiceClient()
    {
    }

    /// <summary>The storage account's name.</summary>
    public virtual string AccountName => _endpoint.AccountName;

    /// <summary>The service's address.</summary>
    public virtual Uri Uri => _endpoint.Address;

    /// <summary>A client for one table, over the same pipeline; nothing is sent.</summary>
    /// <param name="tableName">The table's name.</param>
    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new(_endpoint, tableName);
    }

    /// <summary>Creates a table.</summary>
    /// <param name="tableName">The table's name: 3 to 63 letters and digits, a letter first.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="RequestFailedException">The table exists (TableAlreadyExists), or the service refused it.</exception>
    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateAsync(cancellationToken);

    /// <summary>Creates a table unless it is there.</summary>
    /// <param name="tableName">The table's name: 3 to 63 letters and digits, a letter first.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The table; the raw answer has status 409 when it was there already.</returns>
    /// <exception cref="RequestFailedException">The service refused it.</exception>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);

    /// <summary>Deletes a table with all its rows; one that is not there is no error (the answer has status 404).</summary>
    /// <param name="tableName">The table's name.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="RequestFailedException">The service refused it.</exception>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).DeleteAsync(cancellationToken);

    /// <summary>Lists tables.</summary>
    /// <param name="filter">An OData filter over <c>TableName</c>, or null for all.</param>
    /// <param name="maxPerPage">How many a page holds at most; null leaves it to the service (1,000).</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    public virtual AsyncPageable<TableItem> QueryAsync(string filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new QueryPages<TableItem>(
            _endpoint,
            new QueryRequest("Tables", filter, null, maxPerPage, "NextTableName"),
            static json => new TableItem(json.GetProperty("TableName").GetString()),
            cancellationToken);
}
