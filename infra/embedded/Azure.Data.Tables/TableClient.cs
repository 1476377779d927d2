// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>One table. Safe for use by several threads.</summary>
public partial class TableClient
{
    private const string Json = "application/json;odata=nometadata";

    private readonly TableEndpoint _endpoint;

    /// <summary>Creates the client from a connection string.</summary>
    /// <param name="connectionString">Account, key and, where it is not Azure's own, the address; or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="tableName">The table's name.</param>
    /// <exception cref="FormatException">The text is no connection string for tables.</exception>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    /// <summary>Creates the client from a connection string.</summary>
    /// <param name="connectionString">Account, key and, where it is not Azure's own, the address; or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="tableName">The table's name.</param>
    /// <param name="options">Retries, transport, diagnostics.</param>
    /// <exception cref="FormatException">The text is no connection string for tables.</exception>
    public TableClient(string connectionString, string tableName, TableClientOptions options = null)
        : this(TableEndpoint.For(connectionString, options), tableName)
    {
    }

    /// <summary>Creates the client for an identity of Microsoft Entra.</summary>
    /// <param name="endpoint">The service's address, https.</param>
    /// <param name="tableName">The table's name.</param>
    /// <param name="tokenCredential">Who asks.</param>
    /// <param name="options">Retries, transport, diagnostics.</param>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(TableEndpoint.For(endpoint, tokenCredential, options), tableName)
    {
    }

    /// <summary>Creates the client with the account's key.</summary>
    /// <param name="endpoint">The service's address.</param>
    /// <param name="tableName">The table's name.</param>
    /// <param name="credential">The account's key.</param>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    /// <summary>Creates the client with the account's key.</summary>
    /// <param name="endpoint">The service's address.</param>
    /// <param name="tableName">The table's name.</param>
    /// <param name="credential">The account's key.</param>
    /// <param name="options">Retries, transport, diagnostics.</param>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions options = null)
        : this(TableEndpoint.For(endpoint, credential, options), tableName)
    {
    }

    /// <summary>For test doubles.</summary>
    protected TableClient()
    {
    }

    internal TableClient(TableEndpoint endpoint, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _endpoint = endpoint;
        Name = tableName;
    }

    /// <summary>The table's name.</summary>
    public virtual string Name { get; }

    /// <summary>The storage account's name.</summary>
    public virtual string AccountName => _endpoint.AccountName;

    /// <summary>The table's address.</summary>
    public virtual Uri Uri => new($"{_endpoint.Root}/{Name}");

    /// <summary>Creates the table.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="RequestFailedException">The table exists (TableAlreadyExists), or the service refused it.</exception>
    public virtual async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default)
    {
        var response = await SendCreateAsync(cancellationToken).ConfigureAwait(false);
        return Response.FromValue(new TableItem(Name), Checked(response));
    }

    /// <summary>Creates the table unless it is there.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The table; the raw answer has status 409 when it was there already.</returns>
    /// <exception cref="RequestFailedException">The service refused it.</exception>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var response = await SendCreateAsync(cancellationToken).ConfigureAwait(false);
        if (response.Status == 409)
        {
            var reason = new RequestFailedException(response);
            if (reason.ErrorCode != TableErrorCode.TableAlreadyExists)
                throw reason;
            return Response.FromValue(new TableItem(Name), response);
        }

        return Response.FromValue(new TableItem(Name), Checked(response));
    }

    /// <summary>Deletes the table with all its rows; one that is not there is no error (the answer has status 404).</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="RequestFailedException">The service refused it.</exception>
    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default)
    {
        var response = await SendAsync(RequestMethod.Delete, $"Tables('{Name}')", null, null, false, cancellationToken).ConfigureAwait(false);
        return response.Status == 404 ? response : Checked(response);
    }

    private static Response Checked(Response response) =>
        response.Status is >= 200 and < 300 ? response : throw new RequestFailedException(response);

    private Task<Response> SendCreateAsync(CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = Name });
        return SendAsync(RequestMethod.Post, "Tables", body, null, false, cancellationToken);
    }

    private Task<Response> SendAsync(
        RequestMethod method, string resource, ReadOnlyMemory<byte>? body, string ifMatch, bool quiet, CancellationToken cancellationToken) =>
        _endpoint.SendAsync(method, resource, body, Json, ifMatch, quiet, cancellationToken);
}
