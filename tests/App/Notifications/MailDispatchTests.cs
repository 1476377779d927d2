using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LearningSociety.App.Notifications;
using LearningSociety.App.Storage;
using LearningSociety.Fixtures;
using Microsoft.Extensions.Logging.Abstractions;

namespace LearningSociety.App.Tests.Notifications;

/// <summary>Mails on their way out. A storage of its own: a sweep goes through all that wait.</summary>
public sealed class MailDispatchTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly AzuriteFixture storage = new();

    public ValueTask InitializeAsync() => storage.InitializeAsync();

    public ValueTask DisposeAsync() => storage.DisposeAsync();

    [Fact]
    public async Task A_busy_service_is_asked_once_a_sweep_and_gets_every_mail_in_the_end()
    {
        var places = new StoragePlaces(new BlobServiceClient(storage.ConnectionString), new TableServiceClient(storage.ConnectionString));
        var pending = new PendingWork(places, TimeProvider.System);
        var outbox = new Outbox(places, new JsonBlobs(places), pending);
        var service = new Service();
        var dispatch = new MailDispatch(outbox, service, pending, TimeProvider.System, NullLogger<MailDispatch>.Instance);
        OutboxKey[] keys = [.. Enumerable.Range(1, 5).Select(i => OutboxKey.Of($"unit-request-2025-{i}", 1, "b@xa.example"))];
        foreach (var key in keys)
            await outbox.PutAsync(
                new(key, $"{key.Dossier}@xa.example", "a@xa.example", "b@xa.example", $"{key.Dossier}/{key.Row}.json", false),
                new("a@xa.example", "A", "b@xa.example", "B", $"{key.Dossier}@xa.example", DateTimeOffset.UnixEpoch, new("x", "x", "x")), None);

        // The orchestration is not held up: its mail stays in the outbox.
        await dispatch.SendAsync(keys[0], None);
        Assert.Equal((1, 0), (service.Asked, service.Sent.Count));

        for (var sweep = 1; sweep <= 3; sweep++)
        {
            (service.Takes, service.Asked) = (2, 0);
            await dispatch.SweepAsync(TimeSpan.Zero, None);
            Assert.True(service.Asked <= 3, $"Sweep {sweep} asked {service.Asked} times.");
        }

        Assert.Equal(keys.Select(key => key.Dossier), service.Sent.Order(StringComparer.Ordinal));
        (service.Takes, service.Asked) = (9, 0);
        await dispatch.SweepAsync(TimeSpan.Zero, None);
        Assert.Equal(0, service.Asked);
    }

    private sealed class Service : IMailTransport
    {
        public int Takes { get; set; }

        public int Asked { get; set; }

        public List<string> Sent { get; } = [];

        public Task SendAsync(OutgoingMail mail, MailParts parts, CancellationToken cancellationToken)
        {
            Asked++;
            if (Takes-- <= 0)
                throw new MailServiceBusyException("Busy.", new InvalidOperationException());
            Sent.Add(mail.Key.Dossier);
            return Task.CompletedTask;
        }
    }
}
