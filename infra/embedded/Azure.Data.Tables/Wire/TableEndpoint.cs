using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>The address of an account's Table service and the pipeline that leads there.</summary>
internal sealed class TableEndpoint
{
    /// <summary>Answers that carry what a client needs to tell types and versions apart, and no more.</summary>
    public const string Accepted = "application/json;odata=minimalmetadata";

    private const string Scope = "https://storage.azure.com/.default";

    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    private TableEndpoint(Uri address, string accountName, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        Address = address;
        Root = address.GetLeftPart(UriPartial.Path).TrimEnd('/');
        AccountName = accountName;
        _version = options.VersionString;
        var pipeline = new HttpPipelineOptions(options) { RequestFailedDetailsParser = TableErrorParser.Instance };
        pipeline.PerRetryPolicies.Add(authentication);
        _pipeline = HttpPipelineBuilder.Build(pipeline);
    }

    /// <summary>The service's address as it was given.</summary>
    public Uri Address { get; }

    /// <summary>The address without a slash at its end.</summary>
    public string Root { get; }

    /// <summary>The storage account's name.</summary>
    public string AccountName { get; }

    public static TableEndpoint For(string connectionString, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        var parsed = ConnectionString.Parse(connectionString);
        return For(parsed.Endpoint, parsed.Credential, options);
    }

    public static TableEndpoint For(Uri address, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(credential);
        return new(address, credential.AccountName, new SharedKeyPolicy(credential), options);
    }

    public static TableEndpoint For(Uri address, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(credential);
        return new(address, AccountOf(address), new BearerTokenAuthenticationPolicy(credential, Scope), options);
    }

    /// <summary>Sends one request and returns its answer, whatever its status; the answer's content is in memory.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="resource">Path and query below the account, escaped.</param>
    /// <param name="content">The body, or null.</param>
    /// <param name="contentType">The body's type.</param>
    /// <param name="ifMatch">The version asked for, or null for none.</param>
    /// <param name="quiet">Whether the service shall leave the written row out of its answer.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<Response> SendAsync(
        RequestMethod method,
        string resource,
        ReadOnlyMemory<byte>? content,
        string contentType,
        string? ifMatch,
        bool quiet,
        CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri($"{Root}/{resource}"));
        request.Headers.SetValue("x-ms-version", _version);
        request.Headers.SetValue("DataServiceVersion", "3.0");
        request.Headers.SetValue(HttpHeader.Names.Accept, Accepted);
        if (ifMatch is not null)
            request.Headers.SetValue(HttpHeader.Names.IfMatch, ifMatch);
        if (quiet)
            request.Headers.SetValue("Prefer", "return-no-content");
        if (content is { } body)
        {
            request.Headers.SetValue(HttpHeader.Names.ContentType, contentType);
            request.Content = RequestContent.Create(body);
        }

        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response;
    }

    private static string AccountOf(Uri address)
    {
        // An emulator has the account in its path, the service in its host name.
        var path = address.AbsolutePath.Trim('/');
        return path.Length > 0 ? path.Split('/')[0] : address.Host.Split('.')[0];
    }
}
