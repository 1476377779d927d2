// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

/// <content>Single rows.</content>
public partial class TableClient
{
    /// <summary>Adds a row that must not be there yet.</summary>
    /// <typeparam name="T">The row's class.</typeparam>
    /// <param name="entity">The row.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The answer; its headers hold the new version (<see cref="ResponseHeaders.ETag"/>).</returns>
    /// <exception cref="RequestFailedException">The row is there (EntityAlreadyExists), or the service does not store it.</exception>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        ArgumentNullException.ThrowIfNull(entity);
        var body = EntityWriter.Body(entity);
        return Checked(await SendAsync(RequestMethod.Post, Name, body, null, true, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Writes a row, whether it is there or not.</summary>
    /// <typeparam name="T">The row's class.</typeparam>
    /// <param name="entity">The row.</param>
    /// <param name="mode">What becomes of stored properties that the given row has not.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The answer; its headers hold the new version.</returns>
    /// <exception cref="RequestFailedException">The service does not store it.</exception>
    public virtual async Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        ArgumentNullException.ThrowIfNull(entity);
        return await WriteAsync(entity, mode, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes a row that must be there in the given version.</summary>
    /// <typeparam name="T">The row's class.</typeparam>
    /// <param name="entity">The row.</param>
    /// <param name="ifMatch">The version that the stored row must have; <see cref="ETag.All"/> for any.</param>
    /// <param name="mode">What becomes of stored properties that the given row has not.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The answer; its headers hold the new version.</returns>
    /// <exception cref="ArgumentException">The version is default.</exception>
    /// <exception cref="RequestFailedException">
    /// The stored row has another version (412, UpdateConditionNotSatisfied), is not there (404, ResourceNotFound), or the service does not store it.
    /// </exception>
    public virtual async Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (ifMatch == default)
            throw new ArgumentException("Value cannot be empty.", nameof(ifMatch));
        return await WriteAsync(entity, mode, ifMatch.ToString("H"), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a row; one that is not there is no error (the answer has status 404).</summary>
    /// <param name="partitionKey">The row's partition.</param>
    /// <param name="rowKey">The row's key.</param>
    /// <param name="ifMatch">The version that the stored row must have; default for any.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="RequestFailedException">The stored row has another version (412, UpdateConditionNotSatisfied).</exception>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        var version = ifMatch == default ? ETag.All : ifMatch;
        var response = await SendAsync(
            RequestMethod.Delete, Resource.Row(Name, partitionKey, rowKey), null, version.ToString("H"), false, cancellationToken).ConfigureAwait(false);
        return response.Status == 404 ? response : Checked(response);
    }

    /// <summary>Deletes a row; one that is not there is no error (the answer has status 404).</summary>
    /// <param name="entity">The row, for its keys.</param>
    /// <param name="ifMatch">The version that the stored row must have; default for any.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="RequestFailedException">The stored row has another version (412, UpdateConditionNotSatisfied).</exception>
    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <summary>Reads a row.</summary>
    /// <typeparam name="T">The row's class.</typeparam>
    /// <param name="partitionKey">The row's partition.</param>
    /// <param name="rowKey">The row's key.</param>
    /// <param name="select">The properties to read; null for all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="RequestFailedException">The row is not there (404, ResourceNotFound).</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = Checked(await ReadAsync(partitionKey, rowKey, select, cancellationToken).ConfigureAwait(false));
        return Response.FromValue(Parse<T>(response), response);
    }

    /// <summary>Reads a row if it is there.</summary>
    /// <typeparam name="T">The row's class.</typeparam>
    /// <param name="partitionKey">The row's partition.</param>
    /// <param name="rowKey">The row's key.</param>
    /// <param name="select">The properties to read; null for all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The row, or an answer without a value.</returns>
    /// <exception cref="RequestFailedException">The service refused the request for another reason than that the row is not there.</exception>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await ReadAsync(partitionKey, rowKey, select, cancellationToken).ConfigureAwait(false);
        return response.Status == 404 ? new AbsentValue<T>(response) : Response.FromValue(Parse<T>(Checked(response)), response);
    }

    private static T Parse<T>(Response response)
        where T : class, ITableEntity
    {
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        return EntityReader.Read<T>(document.RootElement);
    }

    private Task<Response> ReadAsync(string partitionKey, string rowKey, IEnumerable<string> select, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        var resource = Resource.Row(Name, partitionKey, rowKey);
        if (select is not null)
            resource = $"{resource}?{Resource.Query("$select", string.Join(',', select))}";
        return SendAsync(RequestMethod.Get, resource, null, null, false, cancellationToken);
    }

    private async Task<Response> WriteAsync(ITableEntity entity, TableUpdateMode mode, string ifMatch, CancellationToken cancellationToken)
    {
        var method = mode switch
        {
            TableUpdateMode.Merge => RequestMethod.Patch,
            TableUpdateMode.Replace => RequestMethod.Put,
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown way to update."),
        };
        var body = EntityWriter.Body(entity);
        var resource = Resource.Row(Name, entity.PartitionKey, entity.RowKey);
        return Checked(await SendAsync(method, resource, body, ifMatch, false, cancellationToken).ConfigureAwait(false));
    }
}
