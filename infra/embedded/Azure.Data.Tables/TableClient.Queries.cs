// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

using System.Linq.Expressions;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Queries;

namespace Azure.Data.Tables;

/// <content>Queries.</content>
public partial class TableClient
{
    /// <summary>An OData filter with the values written and escaped as the service reads them.</summary>
    /// <param name="filter">The filter as an interpolated string; each value in braces becomes a literal of its type.</param>
    /// <returns>The filter; null for null.</returns>
    /// <exception cref="ArgumentException">A value is of a type that no filter can name.</exception>
    public static string CreateQueryFilter(FormattableString filter) => filter is null ? null : FilterLiteral.Fill(filter);

    /// <summary>An OData filter from a lambda expression.</summary>
    /// <typeparam name="T">The row's class.</typeparam>
    /// <param name="filter">The condition.</param>
    /// <exception cref="NotSupportedException">The condition holds something that the service cannot evaluate.</exception>
    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => FilterTranslation.Of(filter);

    /// <summary>Reads the rows that fulfil a condition, in the order of their keys.</summary>
    /// <typeparam name="T">The row's class.</typeparam>
    /// <param name="filter">The condition; evaluated by the service.</param>
    /// <param name="maxPerPage">How many rows a page holds at most; null leaves it to the service (1,000).</param>
    /// <param name="select">The properties to read; null for all.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <exception cref="NotSupportedException">The condition holds something that the service cannot evaluate.</exception>
    public virtual AsyncPageable<T> QueryAsync<T>(
        Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity => QueryAsync<T>(FilterTranslation.Of(filter), maxPerPage, select, cancellationToken);

    /// <summary>Reads the rows that fulfil a condition, in the order of their keys.</summary>
    /// <typeparam name="T">The row's class.</typeparam>
    /// <param name="filter">The condition in OData; null for all rows.</param>
    /// <param name="maxPerPage">How many rows a page holds at most; null leaves it to the service (1,000).</param>
    /// <param name="select">The properties to read; null for all.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new QueryPages<T>(
            _endpoint,
            new QueryRequest($"{Name}()", filter, select is null ? null : string.Join(',', select), maxPerPage, "NextPartitionKey", "NextRowKey"),
            EntityReader.Read<T>,
            cancellationToken);
}
