using System.Globalization;
using System.Text;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables.Transactions;

/// <summary>The service's answer to a transaction: one part for each change, or a single part for the change that failed.</summary>
internal static class TransactionAnswer
{
    /// <summary>Reads the parts.</summary>
    /// <param name="response">The multipart answer.</param>
    /// <param name="actions">How many changes were sent.</param>
    /// <exception cref="TableTransactionFailedException">The service refused the transaction.</exception>
    /// <exception cref="RequestFailedException">The answer has not one part for each change.</exception>
    public static IReadOnlyList<Response> Read(Response response, int actions)
    {
        var parts = Parts(response.Content.ToString(), response.ClientRequestId);
        foreach (var part in parts)
        {
            if (part.Status >= 400)
                throw new TableTransactionFailedException(new RequestFailedException(part, null, TableErrorParser.Instance));
        }

        return parts.Count == actions
            ? parts
            : throw new RequestFailedException(response.Status, $"The service answered {parts.Count} of {actions} changes of a transaction; whether it was made is unknown.");
    }

    private static List<Response> Parts(string body, string requestId)
    {
        const string StatusLine = "HTTP/1.1 ";
        var parts = new List<Response>();
        var lines = body.Split('\n');
        var at = 0;
        while (at < lines.Length)
        {
            var line = lines[at].TrimEnd('\r');
            at++;
            if (!line.StartsWith(StatusLine, StringComparison.Ordinal))
                continue;

            var status = line[StatusLine.Length..].Split(' ', 2);
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            for (; at < lines.Length && lines[at].TrimEnd('\r') is { Length: > 0 } header; at++)
            {
                var colon = header.IndexOf(':');
                if (colon > 0)
                    headers[header[..colon].Trim()] = header[(colon + 1)..].Trim();
            }

            var content = new StringBuilder();
            for (; at < lines.Length && !IsBoundary(lines[at]); at++)
                content.Append(lines[at]).Append('\n');
            parts.Add(new PartResponse(
                int.Parse(status[0], NumberStyles.None, CultureInfo.InvariantCulture),
                status.Length > 1 ? status[1] : string.Empty,
                headers,
                content.ToString().Trim(),
                requestId));
        }

        return parts;
    }

    private static bool IsBoundary(string line) =>
        line.StartsWith("--changesetresponse_", StringComparison.Ordinal) || line.StartsWith("--batchresponse_", StringComparison.Ordinal);
}
