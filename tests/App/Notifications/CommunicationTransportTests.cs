using System.Net;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using LearningSociety.App.Notifications;

namespace LearningSociety.App.Tests.Notifications;

public sealed class CommunicationTransportTests
{
    private static readonly OutboxKey Key = OutboxKey.Of("unit-request-2025-a", 1, "b@xa.example");
    private static readonly MailParts Parts = new(
        "a@xa.example", "Hệ thống", "b@xa.example", "Phòng Văn hóa", "key-1@xa.example", new(2026, 1, 12, 9, 0, 0, TimeSpan.FromHours(7)), new("Thiếu Mẫu 04", "<p>Thiếu</p>", "Thiếu"));

    private static readonly OutgoingMail Mail = new(Key, Parts.MessageId, Parts.From, Parts.To, "blob", false);

    [Fact]
    public async Task A_mail_is_posted_with_the_identitys_token_and_its_own_operation_id()
    {
        var service = new Service(HttpStatusCode.Accepted);
        await service.Transport.SendAsync(Mail, Parts, TestContext.Current.CancellationToken);
        var (request, body) = Assert.Single(service.Requests);
        Assert.Equal("https://mail.example/emails:send?api-version=2023-03-31", request.RequestUri!.ToString());
        Assert.Equal("Bearer token-for-https://communication.azure.com/.default", request.Headers.Authorization!.ToString());
        Assert.Equal(CommunicationTransport.OperationId(Key).ToString("D"), Assert.Single(request.Headers.GetValues("Operation-Id")));
        var mail = JsonDocument.Parse(body).RootElement;
        Assert.Equal("a@xa.example", mail.GetProperty("senderAddress").GetString());
        Assert.Equal(("b@xa.example", "Phòng Văn hóa"), (mail.GetProperty("recipients").GetProperty("to")[0].GetProperty("address").GetString(), mail.GetProperty("recipients").GetProperty("to")[0].GetProperty("displayName").GetString()));
        Assert.Equal(("Thiếu Mẫu 04", "Thiếu", "<p>Thiếu</p>"), (
            mail.GetProperty("content").GetProperty("subject").GetString(), mail.GetProperty("content").GetProperty("plainText").GetString(), mail.GetProperty("content").GetProperty("html").GetString()));
        Assert.Equal("<key-1@xa.example>", mail.GetProperty("headers").GetProperty("Message-ID").GetString());
    }

    [Fact]
    public async Task A_mail_handed_over_again_is_the_same_operation()
    {
        var service = new Service(HttpStatusCode.Conflict);
        await service.Transport.SendAsync(Mail, Parts, TestContext.Current.CancellationToken);
        await service.Transport.SendAsync(Mail, Parts, TestContext.Current.CancellationToken);
        Assert.Single(service.Requests.SelectMany(sent => sent.Request.Headers.GetValues("Operation-Id")).Distinct());
        Assert.NotEqual(CommunicationTransport.OperationId(Key), CommunicationTransport.OperationId(OutboxKey.Of("unit-request-2025-a", 2, "b@xa.example")));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_busy_service_is_said_to_be_so_and_not_asked_again(HttpStatusCode status)
    {
        var service = new Service(status);
        await Assert.ThrowsAsync<MailServiceBusyException>(() => service.Transport.SendAsync(Mail, Parts, TestContext.Current.CancellationToken));
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task A_refusal_is_a_fault_at_once_and_left_to_the_outbox(HttpStatusCode status)
    {
        var service = new Service(status);
        var fault = await Assert.ThrowsAsync<RequestFailedException>(() => service.Transport.SendAsync(Mail, Parts, TestContext.Current.CancellationToken));
        Assert.Equal((int)status, fault.Status);
        Assert.Single(service.Requests);
    }

    private sealed class Service : HttpMessageHandler
    {
        private readonly HttpStatusCode answer;

        public Service(HttpStatusCode answer) =>
            (this.answer, Transport) = (answer, new(new("https://mail.example/"), new Identity(), new HttpClientTransport(new HttpClient(this))));

        public CommunicationTransport Transport { get; }

        public List<(HttpRequestMessage Request, string Body)> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add((request, await request.Content!.ReadAsStringAsync(cancellationToken)));
            return new(answer) { Content = new StringContent("{}") };
        }
    }

    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext context, CancellationToken cancellationToken) => new($"token-for-{Assert.Single(context.Scopes)}", DateTimeOffset.UtcNow.AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken cancellationToken) => new(GetToken(context, cancellationToken));
    }
}
