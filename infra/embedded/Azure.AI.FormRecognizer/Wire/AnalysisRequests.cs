using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.FormRecognizer.DocumentAnalysis.Wire;

/// <summary>The requests of the Form Recognizer contract.</summary>
internal sealed class AnalysisRequests
{
    public const string Scope = "https://cognitiveservices.azure.com/.default";

    private readonly HttpPipeline _pipeline;
    private readonly string _root;
    private readonly string _version;

    public AnalysisRequests(Uri endpoint, HttpPipelinePolicy authentication, DocumentAnalysisClientOptions? options)
    {
        options ??= new DocumentAnalysisClientOptions();
        _root = $"{endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')}/formrecognizer/documentModels";
        _version = options.VersionString;
        _pipeline = HttpPipelineBuilder.Build(options, authentication);
    }

    /// <summary>Starts an analysis.</summary>
    /// <exception cref="RequestFailedException">The service refused it.</exception>
    public async Task<Response> StartAsync(
        string modelId, RequestContent content, string contentType, AnalyzeDocumentOptions? options, CancellationToken cancellationToken)
    {
        // Spans are counted in UTF-16 code units, which is what a string of .NET is made of.
        var query = new StringBuilder("stringIndexType=utf16CodeUnit&api-version=").Append(_version);
        if (options is { Pages.Count: > 0 })
            query.Append("&pages=").Append(Escaped(options.Pages));
        if (options is { Locale: { Length: > 0 } locale })
            query.Append("&locale=").Append(Uri.EscapeDataString(locale));
        if (options is { Features.Count: > 0 })
            query.Append("&features=").Append(Escaped(options.Features.Select(feature => feature.ToString())));

        using var message = Message(RequestMethod.Post, $"{_root}/{Uri.EscapeDataString(modelId)}:analyze?{query}");
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, contentType);
        message.Request.Content = content;
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response.Status == 202 ? message.Response : throw new RequestFailedException(message.Response);
    }

    /// <summary>Asks how an analysis stands.</summary>
    /// <exception cref="RequestFailedException">The service does not know it, or refused to say.</exception>
    public async ValueTask<Response> PollAsync(OperationId id, CancellationToken cancellationToken)
    {
        using var message = Poll(id);
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Checked(message.Response);
    }

    /// <summary>Asks how an analysis stands.</summary>
    /// <exception cref="RequestFailedException">The service does not know it, or refused to say.</exception>
    public Response Poll(OperationId id, CancellationToken cancellationToken)
    {
        using var message = Poll(id);
        _pipeline.Send(message, cancellationToken);
        return Checked(message.Response);
    }

    private static Response Checked(Response response) => response.Status == 200 ? response : throw new RequestFailedException(response);

    private static string Escaped(IEnumerable<string> values) => Uri.EscapeDataString(string.Join(',', values));

    private HttpMessage Poll(OperationId id) => Message(
        RequestMethod.Get, $"{_root}/{Uri.EscapeDataString(id.ModelId)}/analyzeResults/{Uri.EscapeDataString(id.ResultId)}?api-version={_version}");

    private HttpMessage Message(RequestMethod method, string address)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(address));
        message.Request.Headers.SetValue(HttpHeader.Names.Accept, "application/json");
        return message;
    }
}
