// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

using System.Text.Json;
using Azure.AI.FormRecognizer.DocumentAnalysis.Wire;

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>An analysis that runs at the service. Its id is all that is needed to follow it later or from elsewhere.</summary>
public class AnalyzeDocumentOperation : Operation<AnalyzeResult>
{
    private readonly OperationId _id;
    private readonly AnalysisRequests _requests;

    private Response _response;
    private AnalyzeResult _result;
    private RequestFailedException _failure;

    /// <summary>Follows an analysis that was started before.</summary>
    /// <param name="operationId">The <see cref="Id"/> that the operation had: <c>{modelId}/analyzeResults/{resultId}</c>.</param>
    /// <param name="client">The client to ask with.</param>
    /// <exception cref="ArgumentException">The id is not of that form.</exception>
    public AnalyzeDocumentOperation(string operationId, DocumentAnalysisClient client)
        : this(OperationId.Parse(operationId), client, null)
    {
    }

    internal AnalyzeDocumentOperation(OperationId id, DocumentAnalysisClient client, Response response)
    {
        ArgumentNullException.ThrowIfNull(client);
        _id = id;
        _requests = client.Requests;
        _response = response;
    }

    /// <summary>For test doubles.</summary>
    protected AnalyzeDocumentOperation()
    {
    }

    /// <inheritdoc/>
    public override string Id => _id.Text;

    /// <inheritdoc/>
    public override bool HasCompleted => HasValue || _failure is not null;

    /// <inheritdoc/>
    public override bool HasValue => _result is not null;

    /// <summary>What the analysis found.</summary>
    /// <exception cref="InvalidOperationException">The analysis is not done.</exception>
    /// <exception cref="RequestFailedException">The analysis failed.</exception>
    public override AnalyzeResult Value
    {
        get
        {
            if (_failure is not null)
                throw _failure;
            return _result ?? throw new InvalidOperationException("The operation has not completed yet.");
        }
    }

    /// <inheritdoc/>
    public override Response GetRawResponse() => _response;

    /// <summary>Asks the service how the analysis stands.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="RequestFailedException">The service does not know the analysis (status 404), refused to say, or the analysis failed.</exception>
    public override Response UpdateStatus(CancellationToken cancellationToken = default) =>
        HasCompleted ? Settled() : Take(_requests.Poll(_id, cancellationToken));

    /// <summary>Asks the service how the analysis stands.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="RequestFailedException">The service does not know the analysis (status 404), refused to say, or the analysis failed.</exception>
    public override async ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default) =>
        HasCompleted ? Settled() : Take(await _requests.PollAsync(_id, cancellationToken).ConfigureAwait(false));

    private Response Settled() => _failure is null ? _response : throw _failure;

    private Response Take(Response response)
    {
        _response = response;
        using var document = JsonDocument.Parse(response.Content.ToMemory());
        var status = document.RootElement.GetProperty("status").GetString();
        if (string.Equals(status, "succeeded", StringComparison.OrdinalIgnoreCase))
        {
            _result = AnalysisReader.Read(document.RootElement.GetProperty("analyzeResult"));
        }
        else if (string.Equals(status, "failed", StringComparison.OrdinalIgnoreCase))
        {
            _failure = new RequestFailedException(response);
            throw _failure;
        }

        return response;
    }
}
