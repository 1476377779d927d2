using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using LearningSociety.Fixtures;

namespace LearningSociety.Conformance.Triggers.Blobs;

/// <summary>Each version of a blob reaches its function, normally once, whatever happens to the host in between.</summary>
public sealed class BlobTriggerTests(AzuriteFixture azurite)
{
    private readonly string _name = $"incoming-{Guid.NewGuid():N}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private BlobContainerClient Container => new(azurite.ConnectionString, _name);

    [Fact]
    public async Task A_blob_is_delivered_once_also_over_a_restart_and_again_when_it_changes()
    {
        await Container.CreateAsync(cancellationToken: Cancellation);
        await UploadAsync("lá/đơn 1.pdf", "one");
        await using (var host = await StartAsync(typeof(ArrivalFunctions)))
        {
            Assert.Equal(["lá/đơn 1.pdf: one"], await host.Journal.WaitForAsync(1));
            await UploadAsync("b.pdf", "two");
            await host.Journal.WaitForAsync(2);
            await Task.Delay(500, Cancellation);
            Assert.Equal(2, host.Journal.Lines.Count);
        }

        await UploadAsync("b.pdf", "changed");
        await UploadAsync("c.pdf", "while away");
        await using var again = await StartAsync(typeof(ArrivalFunctions));
        await again.Journal.WaitForAsync(2);
        await Task.Delay(500, Cancellation);
        Assert.Equal(["b.pdf: changed", "c.pdf: while away"], again.Journal.Lines.Order());
    }

    [Fact]
    public async Task A_container_made_later_is_watched_from_then_on()
    {
        await using var host = await StartAsync(typeof(ArrivalFunctions));
        await Task.Delay(200, Cancellation);
        await Container.CreateAsync(cancellationToken: Cancellation);
        await UploadAsync("a.pdf", "late");

        Assert.Equal(["a.pdf: late"], await host.Journal.WaitForAsync(1));
    }

    [Fact]
    public async Task The_parameter_takes_the_blob_in_its_own_form()
    {
        await Container.CreateAsync(cancellationToken: Cancellation);
        foreach (var folder in (string[])["text", "bytes", "stream", "memory", "data"]) await UploadAsync($"{folder}/a", "chữ");
        await UploadAsync("object/a.json", """{"text":"chữ"}""");
        await UploadAsync("object/a.txt", "not watched");
        await using var host = await StartAsync(typeof(ShapeFunctions));

        await host.Journal.WaitForAsync(6);
        Assert.Equal(["bytes chữ", "data chữ", "memory chữ", "object Note { Text = chữ }", "stream chữ", "text a chữ"], host.Journal.Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_failing_function_is_tried_five_times_then_the_blob_is_recorded_and_left()
    {
        await Container.CreateAsync(cancellationToken: Cancellation);
        await UploadAsync("bad.pdf", "x");
        await UploadAsync("twice.pdf", "x");
        await using (var host = await StartAsync(typeof(FailingFunctions)))
        {
            await host.Journal.WaitForAsync(8);
            Assert.Equal(["bad.pdf 0 of 4", "bad.pdf 1 of 4", "bad.pdf 2 of 4", "bad.pdf 3 of 4", "bad.pdf 4 of 4"], host.Journal.Lines.Where(l => l.StartsWith("bad")));
            Assert.Equal(["twice.pdf 0 of 4", "twice.pdf 1 of 4", "twice.pdf 2 of 4"], host.Journal.Lines.Where(l => l.StartsWith("twice")));
            await WaitAsync(() => host.Log.Lines.Any(l => l.StartsWith("Error") && l.Contains("given up")));
            await Task.Delay(300, Cancellation);
        }

        await using (var again = await StartAsync(typeof(FailingFunctions)))
        {
            await Task.Delay(500, Cancellation);
            Assert.Empty(again.Journal.Lines);
        }

        var poison = new BlobContainerClient(azurite.ConnectionString, "webjobs-blobtrigger-poison");
        var records = new List<JsonElement>();
        await foreach (var item in poison.GetBlobsAsync(new GetBlobsOptions { Prefix = "Failing/" }, Cancellation))
            records.Add((await poison.GetBlobClient(item.Name).DownloadContentAsync(Cancellation)).Value.Content.ToObjectFromJson<JsonElement>());
        var record = Assert.Single(records, r => r.GetProperty("ContainerName").GetString() == _name);
        Assert.Equal(("bad.pdf", "not a dossier"), (record.GetProperty("BlobName").GetString(), record.GetProperty("Error").GetString()));
    }

    [Fact]
    public async Task Many_blobs_are_each_delivered_once_no_more_at_a_time_than_host_json_says_and_leave_no_receipts()
    {
        await Container.CreateAsync(cancellationToken: Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => UploadAsync($"{i:000}", "x")));
        await using var host = await StartAsync(typeof(TakingFunctions), "AzureFunctionsJobHost:extensions:blobs:maxDegreeOfParallelism=3");
        await host.Journal.WaitForAsync(100);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i:000}"), host.Journal.Lines.Select(l => l[2..]).Order());
        Assert.Equal(3, host.Journal.Lines.Max(l => l[0] - '0'));
        await WaitAsync(() => Receipts("Taking") == 0);
    }

    [Fact]
    public async Task A_delivery_cut_short_by_the_end_of_the_host_is_made_again_and_does_not_count_as_failed()
    {
        await Container.CreateAsync(cancellationToken: Cancellation);
        await UploadAsync("a", "first time");
        for (var i = 0; i < 6; i++)
        {
            await using var host = await StartAsync(typeof(HangingFunctions));
            Assert.Equal(["a"], await host.Journal.WaitForAsync(1));
        }

        await UploadAsync("a", "second time");
        await using var last = await StartAsync(typeof(HangingFunctions));
        Assert.Equal(["a"], await last.Journal.WaitForAsync(1));
        Assert.DoesNotContain(last.Log.Lines, l => l.StartsWith("Error"));
    }

    [Fact]
    public async Task The_storage_may_go_and_come_back()
    {
        await using var own = new AzuriteFixture();
        await own.InitializeAsync();
        var container = new BlobContainerClient(own.ConnectionString, _name);
        await container.CreateAsync(cancellationToken: Cancellation);
        await using var host = await TriggerHost.StartAsync([typeof(ArrivalFunctions)], [$"AzureWebJobsStorage={own.ConnectionString}", $"Incoming={_name}"]);
        await own.StopAsync();
        await Task.Delay(500, Cancellation);
        await own.StartAsync();
        await container.GetBlobClient("a.pdf").UploadAsync(BinaryData.FromString("after"), Cancellation);

        Assert.Equal(["a.pdf: after"], await host.Journal.WaitForAsync(1, seconds: 60));
    }

    private Task<TriggerHost> StartAsync(Type functions, params string[] settings) =>
        TriggerHost.StartAsync([functions], [$"AzureWebJobsStorage={azurite.ConnectionString}", $"Incoming={_name}", .. settings]);

    private Task UploadAsync(string name, string content) =>
        Container.GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true, Cancellation);

    private int Receipts(string function) => new BlobContainerClient(azurite.ConnectionString, "azure-webjobs-hosts")
        .GetBlobs(new GetBlobsOptions { Prefix = "blobreceipts/" }, Cancellation)
        .Count(b => b.Name.Contains($"Host.Functions.{function}/") && b.Name.Contains(_name));

    private static async Task WaitAsync(Func<bool> condition)
    {
        for (var end = DateTime.UtcNow.AddSeconds(20); !condition() && DateTime.UtcNow < end;) await Task.Delay(50, Cancellation);
        Assert.True(condition());
    }
}
