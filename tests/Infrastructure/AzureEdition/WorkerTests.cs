using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using LearningSociety.Fixtures;
using Microsoft.DurableTask.Protobuf;

namespace LearningSociety.Infrastructure.AzureEdition;

/// <summary>The published app under the official worker, spoken to as the Functions host speaks to it; the storage is Azurite.</summary>
[Collection(nameof(AzureBuild))]
public sealed class WorkerTests(AzureBuild build) : IAsyncLifetime
{
    private const string Revision = """{"Dossier":"unit-request-2025-thcs-an-phu","Revision":1,"Catalogue":"2026.2","Engine":"1"}""";
    private const string OneFile = """{"Name":"a.pdf","Sha256":"00","Blob":"a","Progress":"a","Dossier":"unit-request-2025-thcs-an-phu","Engine":"1","Fault":null,"Reason":""}""";
    private readonly AzuriteFixture _storage = new();
    private readonly string _mails = Directory.CreateTempSubdirectory("learning-society-mails-").FullName;

    public ValueTask InitializeAsync() => _storage.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _storage.DisposeAsync();
        Directory.Delete(_mails, recursive: true);
    }

    [Fact]
    public async Task It_serves_reads_and_orchestrates()
    {
        Assert.True(build.Succeeded, build.Log);
        await using var worker = await WorkerProcess.StartAsync(build.Package, new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = _storage.ConnectionString,
            ["DataStorage"] = _storage.ConnectionString,
            ["LearningSociety__Layout__Endpoint"] = "http://127.0.0.1:1/",
            ["LearningSociety__Mail__PickupFolder"] = _mails,
        });

        Assert.Equal(HttpStatusCode.OK, (await worker.GetAsync("Health", "api/health")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await worker.GetAsync("SignIn", "sign-in")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await worker.GetAsync("ListDossiers", "api/dossiers")).StatusCode);

        Succeeded(await worker.InvokeAsync("SweepOutbox", [Input("timer", "json", """{"IsPastDue":false}""")]));
        Succeeded(await worker.InvokeAsync("CloseRevision", [Input("task", "json", Revision)]));
        Succeeded(await worker.InvokeAsync("TakeIncomingFile", [Blob("incoming", "unit-request/2025/thcs-an-phu/a.pdf")], new() { ["name"] = new JsonObject { ["string"] = "unit-request/2025/thcs-an-phu/a.pdf" } }));

        Assert.Equal("CloseRevision", await FirstStepAsync(worker, "DossierOrchestrator", Revision));
        Assert.Equal("CheckFile", await FirstStepAsync(worker, "FileOrchestrator", OneFile));
        Assert.Equal("StartLayout", await FirstStepAsync(worker, "LayoutOrchestrator", $$"""{"File":{{OneFile}},"Role":0}"""));
    }

    // A new instance's first episode, as Durable Functions hands it to the worker, and the activity that it asks for.
    private static async Task<string> FirstStepAsync(WorkerProcess worker, string orchestrator, string input)
    {
        var now = Timestamp.FromDateTime(DateTime.UtcNow);
        var instance = new OrchestrationInstance { InstanceId = "one", ExecutionId = "first" };
        var episode = new OrchestratorRequest { InstanceId = instance.InstanceId, ExecutionId = instance.ExecutionId };
        episode.NewEvents.Add(new HistoryEvent { EventId = -1, Timestamp = now, OrchestratorStarted = new() });
        episode.NewEvents.Add(new HistoryEvent { EventId = -1, Timestamp = now, ExecutionStarted = new() { Name = orchestrator, Version = "1.0", Input = input, OrchestrationInstance = instance } });

        var answer = Succeeded(await worker.InvokeAsync(orchestrator, [Input("context", "string", Convert.ToBase64String(episode.ToByteArray()))]));
        var actions = OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String((string)answer["returnValue"]!["string"]!)).Actions;
        return Assert.Single(actions).ScheduleTask.Name;
    }

    private static JsonNode Succeeded(JsonNode answer)
    {
        Assert.True((string?)answer["result"]!["status"] == "Success", $"{answer}");
        return answer;
    }

    private static JsonNode Input(string name, string kind, string value) => new JsonObject { ["name"] = name, ["data"] = new JsonObject { [kind] = value } };

    private static JsonNode Blob(string container, string name) => new JsonObject
    {
        ["name"] = "blob",
        ["data"] = new JsonObject
        {
            ["modelBindingData"] = new JsonObject
            {
                ["version"] = "1.0",
                ["source"] = "AzureStorageBlobs",
                ["contentType"] = "application/json",
                ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"Connection":"DataStorage","ContainerName":"{{container}}","BlobName":"{{name}}"}""")),
            },
        },
    };
}
