using System.Globalization;
using System.Text;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables.Queries;

/// <summary>A query and the names of the headers in which the service says where to go on.</summary>
internal sealed record QueryRequest(string Target, string? Filter, string? Select, int? MaxPerPage, params string[] Marks)
{
    private const string MarkHeaderPrefix = "x-ms-continuation-";

    /// <summary>Path and query of one page.</summary>
    /// <param name="continuation">Where to go on; null or empty for the first page.</param>
    /// <param name="pageSize">How many rows at most, or null.</param>
    public string Page(string? continuation, int? pageSize)
    {
        var query = new StringBuilder(Target);
        var separator = '?';
        Add("$filter", string.IsNullOrEmpty(Filter) ? null : Filter);
        Add("$select", Select);
        Add("$top", pageSize?.ToString(CultureInfo.InvariantCulture));
        if (!string.IsNullOrEmpty(continuation))
        {
            var values = continuation.Split(' ', Marks.Length);
            for (var i = 0; i < values.Length; i++)
                Add(Marks[i], values[i].Length == 0 ? null : values[i]);
        }

        return query.ToString();

        void Add(string name, string? value)
        {
            if (value is null)
                return;
            query.Append(separator).Append(Resource.Query(name, value));
            separator = '&';
        }
    }

    /// <summary>Where to go on after an answer; null after the last.</summary>
    public string? Continuation(Response response)
    {
        if (!response.Headers.TryGetValue(MarkHeaderPrefix + Marks[0], out var first) || string.IsNullOrEmpty(first))
            return null;
        if (Marks.Length == 1)
            return first;
        // The second mark may be missing: the next partition then starts at its first row.
        return response.Headers.TryGetValue(MarkHeaderPrefix + Marks[1], out var second) ? $"{first} {second}" : $"{first} ";
    }
}
