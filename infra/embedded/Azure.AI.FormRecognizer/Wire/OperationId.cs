namespace Azure.AI.FormRecognizer.DocumentAnalysis.Wire;

/// <summary>The name of an analysis: the model, and the result that it will have.</summary>
internal sealed record OperationId(string ModelId, string ResultId)
{
    private const string Results = "analyzeResults";

    /// <summary>The name in one text, as it can be kept.</summary>
    public string Text => $"{ModelId}/{Results}/{ResultId}";

    /// <summary>Reads a name that was kept.</summary>
    /// <exception cref="ArgumentException">The text has not the form of a name.</exception>
    public static OperationId Parse(string operationId)
    {
        ArgumentException.ThrowIfNullOrEmpty(operationId);
        var parts = operationId.Split('/');
        return parts.Length >= 3 && parts[0].Length > 0 && parts[^1].Length > 0
            ? new(parts[0], parts[^1])
            : throw new ArgumentException($"Invalid '{nameof(operationId)}'. It should be formatted as: '{{modelId}}/{Results}/{{resultId}}'.", nameof(operationId));
    }

    /// <summary>Reads the name out of the answer to a new analysis.</summary>
    /// <exception cref="RequestFailedException">The answer does not say where the analysis is found.</exception>
    public static OperationId FromLocation(Response response)
    {
        if (response.Headers.TryGetValue("Operation-Location", out var location) && Uri.TryCreate(location, UriKind.Absolute, out var uri))
        {
            var parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
            var at = Array.FindLastIndex(parts, part => part.Equals(Results, StringComparison.OrdinalIgnoreCase));
            if (at > 0 && at + 1 < parts.Length)
                return new(Uri.UnescapeDataString(parts[at - 1]), Uri.UnescapeDataString(parts[at + 1]));
        }

        throw new RequestFailedException(response.Status, "The service took the document but its header Operation-Location does not say where the analysis is found.");
    }
}
