using System.Text;
using Azure;
using Azure.AI.FormRecognizer.DocumentAnalysis;

namespace LearningSociety.Conformance.FormRecognizer;

public sealed class RequestTests : IAsyncLifetime
{
    private const string Done = """{"status":"succeeded","analyzeResult":{"apiVersion":"2023-07-31","modelId":"prebuilt-layout","content":"Báo cáo","pages":[]}}""";

    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 …");

    private FakeService _service = null!;
    private DocumentAnalysisClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await FakeService.StartAsync();
        _client = new(_service.Endpoint, new AzureKeyCredential("secret"));
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_file_is_sent_as_it_is_and_followed_to_its_end()
    {
        _service.Takes("prebuilt-layout", "r1").Answers(200, """{"status":"notStarted"}""").Answers(200, """{"status":"running"}""").Answers(200, Done);

        var operation = await _client.AnalyzeDocumentAsync(WaitUntil.Started, "prebuilt-layout", new MemoryStream(Pdf), cancellationToken: Cancellation);
        Assert.Equal("prebuilt-layout/analyzeResults/r1", operation.Id);
        Assert.Equal((false, false, 202), (operation.HasCompleted, operation.HasValue, operation.GetRawResponse().Status));
        Assert.Throws<InvalidOperationException>(() => operation.Value);

        await operation.UpdateStatusAsync(Cancellation);
        Assert.False(operation.HasCompleted);
        var result = await operation.WaitForCompletionAsync(TimeSpan.FromMilliseconds(10), Cancellation);
        Assert.Equal((true, true), (operation.HasCompleted, operation.HasValue));
        Assert.Equal("Báo cáo", result.Value.Content);
        Assert.Same(result.Value, operation.Value);

        var sent = _service.Requests[0];
        Assert.Equal(("POST", "/formrecognizer/documentModels/prebuilt-layout:analyze"), (sent.Method, sent.Path));
        Assert.Equal(("2023-07-31", "utf16CodeUnit"), (sent.Query["api-version"], sent.Query["stringIndexType"]));
        Assert.Equal(("application/octet-stream", "secret"), (sent.Headers["Content-Type"], sent.Headers["Ocp-Apim-Subscription-Key"]));
        Assert.Equal(Pdf, sent.Body);

        var polled = _service.Requests[1];
        Assert.Equal(("GET", "/formrecognizer/documentModels/prebuilt-layout/analyzeResults/r1"), (polled.Method, polled.Path));
        Assert.Equal(("2023-07-31", "secret"), (polled.Query["api-version"], polled.Headers["Ocp-Apim-Subscription-Key"]));
        Assert.Equal(4, _service.Requests.Count);
    }

    [Fact]
    public async Task Options_go_into_the_query()
    {
        _service.Takes("dossier", "r1");
        var options = new AnalyzeDocumentOptions { Locale = "vi" };
        options.Pages.Add("1-3");
        options.Pages.Add("5");
        options.Features.Add(DocumentAnalysisFeature.OcrHighResolution);
        options.Features.Add("custom");

        await _client.AnalyzeDocumentAsync(WaitUntil.Started, "dossier", new MemoryStream(Pdf), options, Cancellation);

        var query = _service.Requests[0].Query;
        Assert.Equal(("vi", "1-3,5", "ocrHighResolution,custom"), (query["locale"], query["pages"], query["features"]));
    }

    [Fact]
    public async Task The_service_can_fetch_the_file_itself()
    {
        _service.Takes("prebuilt-layout", "r1").Answers(200, Done);

        var operation = await _client.AnalyzeDocumentFromUriAsync(
            WaitUntil.Completed, "prebuilt-layout", new Uri("https://example.vn/b%C3%A1o.pdf?x=1"), cancellationToken: Cancellation);

        Assert.True(operation.HasValue);
        Assert.StartsWith("application/json", _service.Requests[0].Headers["Content-Type"]);
        using var body = System.Text.Json.JsonDocument.Parse(_service.Requests[0].Body);
        Assert.Equal("https://example.vn/b%C3%A1o.pdf?x=1", body.RootElement.GetProperty("urlSource").GetString());
    }

    [Fact]
    public async Task An_analysis_can_be_followed_by_its_id_alone()
    {
        _service.Answers(200, """{"status":"running"}""").Answers(200, Done);
        var operation = new AnalyzeDocumentOperation("prebuilt-layout/analyzeResults/r7", _client);

        await operation.UpdateStatusAsync(Cancellation);
        Assert.False(operation.HasCompleted);
        operation.UpdateStatus(Cancellation);
        Assert.True(operation.HasValue);
        await operation.UpdateStatusAsync(Cancellation);

        Assert.Equal(2, _service.Requests.Count);
        Assert.All(_service.Requests, request => Assert.EndsWith("/prebuilt-layout/analyzeResults/r7", request.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("r7")]
    [InlineData("prebuilt-layout/r7")]
    public void An_id_of_another_form_is_refused(string id) =>
        Assert.ThrowsAny<ArgumentException>(() => new AnalyzeDocumentOperation(id, _client));

    [Fact]
    public async Task An_analysis_that_the_service_forgot_is_not_found()
    {
        _service.Answers(404, """{"error":{"code":"NotFound","message":"Resource not found."}}""");
        var operation = new AnalyzeDocumentOperation("prebuilt-layout/analyzeResults/gone", _client);

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => operation.UpdateStatusAsync(Cancellation).AsTask());

        Assert.Equal((404, "NotFound"), (refusal.Status, refusal.ErrorCode));
        Assert.False(operation.HasCompleted);
    }

    [Fact]
    public async Task A_refused_file_says_why()
    {
        _service.Answers(400, """{"error":{"code":"InvalidRequest","message":"Invalid request.","innererror":{"code":"InvalidContent","message":"The file is corrupted or format is unsupported."}}}""");

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => _client.AnalyzeDocumentAsync(WaitUntil.Started, "prebuilt-layout", new MemoryStream(Pdf), cancellationToken: Cancellation));

        Assert.Equal((400, "InvalidRequest"), (refusal.Status, refusal.ErrorCode));
        Assert.Contains("InvalidContent", refusal.GetRawResponse()!.Content.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_analysis_is_done_and_has_no_value()
    {
        _service.Takes("prebuilt-layout", "r1")
            .Answers(200, """{"status":"failed","error":{"code":"InternalServerError","message":"An unexpected error occurred."}}""");
        var operation = await _client.AnalyzeDocumentAsync(WaitUntil.Started, "prebuilt-layout", new MemoryStream(Pdf), cancellationToken: Cancellation);

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => operation.WaitForCompletionAsync(Cancellation).AsTask());

        Assert.Equal("InternalServerError", failure.ErrorCode);
        Assert.Contains("An unexpected error occurred.", failure.Message, StringComparison.Ordinal);
        Assert.Equal((true, false), (operation.HasCompleted, operation.HasValue));
        Assert.Throws<RequestFailedException>(() => operation.Value);
        await Assert.ThrowsAsync<RequestFailedException>(() => operation.UpdateStatusAsync(Cancellation).AsTask());
        Assert.Equal(2, _service.Requests.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_busy_service_is_asked_again_when_it_says(int status)
    {
        _service.Answers(status, """{"error":{"code":"TooManyRequests","message":"Later."}}""", retryAfter: "2").Takes("prebuilt-layout", "r1");
        var waited = System.Diagnostics.Stopwatch.StartNew();

        var operation = await _client.AnalyzeDocumentAsync(WaitUntil.Started, "prebuilt-layout", new MemoryStream(Pdf), cancellationToken: Cancellation);

        Assert.Equal("prebuilt-layout/analyzeResults/r1", operation.Id);
        Assert.True(waited.Elapsed >= TimeSpan.FromSeconds(1.9), $"asked again after {waited.Elapsed}");
        Assert.Equal([Pdf, Pdf], _service.Requests.Select(request => request.Body));
    }
}
