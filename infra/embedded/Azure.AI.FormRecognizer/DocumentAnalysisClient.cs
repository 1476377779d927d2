// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

using System.Text.Json;
using Azure.AI.FormRecognizer.DocumentAnalysis.Wire;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>Analyses files with a service of the Form Recognizer contract. Safe for use by several threads.</summary>
public class DocumentAnalysisClient
{
    /// <summary>Creates the client with a key.</summary>
    /// <param name="endpoint">The service's address.</param>
    /// <param name="credential">The key.</param>
    public DocumentAnalysisClient(Uri endpoint, AzureKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <summary>Creates the client with a key.</summary>
    /// <param name="endpoint">The service's address.</param>
    /// <param name="credential">The key.</param>
    /// <param name="options">Retries, transport, diagnostics.</param>
    public DocumentAnalysisClient(Uri endpoint, AzureKeyCredential credential, DocumentAnalysisClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        Requests = new(endpoint, new KeyPolicy(credential), options);
    }

    /// <summary>Creates the client for an identity of Microsoft Entra.</summary>
    /// <param name="endpoint">The service's address, https.</param>
    /// <param name="credential">Who asks.</param>
    public DocumentAnalysisClient(Uri endpoint, TokenCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <summary>Creates the client for an identity of Microsoft Entra.</summary>
    /// <param name="endpoint">The service's address, https.</param>
    /// <param name="credential">Who asks.</param>
    /// <param name="options">Retries, transport, diagnostics.</param>
    public DocumentAnalysisClient(Uri endpoint, TokenCredential credential, DocumentAnalysisClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        Requests = new(endpoint, new BearerTokenAuthenticationPolicy(credential, AnalysisRequests.Scope), options);
    }

    /// <summary>For test doubles.</summary>
    protected DocumentAnalysisClient()
    {
    }

    internal AnalysisRequests Requests { get; }

    /// <summary>Sends a file for analysis.</summary>
    /// <param name="waitUntil">Whether to come back when the service has taken the file, or when the analysis is done.</param>
    /// <param name="modelId">The model.</param>
    /// <param name="document">The file; read from its place to its end. It must be seekable, so that a request can be repeated.</param>
    /// <param name="options">What to analyse, and how.</param>
    /// <param name="cancellationToken">Ends the requests, not the analysis.</param>
    /// <exception cref="RequestFailedException">The service refused the file, or the analysis failed.</exception>
    public virtual Task<AnalyzeDocumentOperation> AnalyzeDocumentAsync(
        WaitUntil waitUntil, string modelId, Stream document, AnalyzeDocumentOptions options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(modelId);
        ArgumentNullException.ThrowIfNull(document);
        return StartAsync(waitUntil, modelId, RequestContent.Create(document), "application/octet-stream", options, cancellationToken);
    }

    /// <summary>Lets the service fetch a file and analyse it.</summary>
    /// <param name="waitUntil">Whether to come back when the service has taken the request, or when the analysis is done.</param>
    /// <param name="modelId">The model.</param>
    /// <param name="documentUri">Where the service finds the file.</param>
    /// <param name="options">What to analyse, and how.</param>
    /// <param name="cancellationToken">Ends the requests, not the analysis.</param>
    /// <exception cref="RequestFailedException">The service refused the request, or the analysis failed.</exception>
    public virtual Task<AnalyzeDocumentOperation> AnalyzeDocumentFromUriAsync(
        WaitUntil waitUntil, string modelId, Uri documentUri, AnalyzeDocumentOptions options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(modelId);
        ArgumentNullException.ThrowIfNull(documentUri);
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["urlSource"] = documentUri.AbsoluteUri });
        return StartAsync(waitUntil, modelId, RequestContent.Create(body), "application/json", options, cancellationToken);
    }

    private async Task<AnalyzeDocumentOperation> StartAsync(
        WaitUntil waitUntil, string modelId, RequestContent content, string contentType, AnalyzeDocumentOptions options, CancellationToken cancellationToken)
    {
        var response = await Requests.StartAsync(modelId, content, contentType, options, cancellationToken).ConfigureAwait(false);
        var operation = new AnalyzeDocumentOperation(OperationId.FromLocation(response), this, response);
        if (waitUntil == WaitUntil.Completed)
            await operation.WaitForCompletionAsync(cancellationToken).ConfigureAwait(false);
        return operation;
    }
}
