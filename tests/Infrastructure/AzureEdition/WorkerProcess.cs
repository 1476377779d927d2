using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Infrastructure.AzureEdition;

/// <summary>The published app as the Functions host runs it: started as a worker, initialised, its functions loaded.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly WorkerChannel _channel;
    private readonly WebApplication _host;
    private readonly Process _process;
    private readonly Dictionary<string, string> _ids = [];
    private HttpClient _client = new();

    private WorkerProcess(WebApplication host, WorkerChannel channel, Process process) => (_host, _channel, _process) = (host, channel, process);

    /// <summary>The functions that the worker has loaded.</summary>
    public IReadOnlyCollection<string> Functions => _ids.Keys;

    public static async Task<WorkerProcess> StartAsync(string package, IReadOnlyDictionary<string, string> settings)
    {
        var channel = new WorkerChannel();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(channel).AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        var host = builder.Build();
        host.MapGrpcService<WorkerService>();
        await host.StartAsync();
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = package };
        string[] arguments =
        [
            "LearningSociety.App.dll", "--functions-uri", address, "--functions-worker-id", "worker", "--functions-request-id", "start",
            "--functions-grpc-max-message-length", $"{int.MaxValue}",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = package;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var worker = new WorkerProcess(host, channel, Process.Start(start)!);
        try
        {
            await worker.LoadAsync(package);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls a function with what the host would hand it; its answer, with "result" and "returnValue".</summary>
    public Task<JsonNode> InvokeAsync(string function, JsonArray input, JsonObject? metadata = null, string? id = null)
    {
        id ??= Guid.NewGuid().ToString();
        return _channel.AskAsync(
            "invocationRequest",
            new() { ["invocationId"] = id, ["functionId"] = _ids[function], ["traceContext"] = new JsonObject(), ["inputData"] = input, ["triggerMetadata"] = metadata ?? [] },
            id);
    }

    /// <summary>Passes a request on as the host does: to the worker's own server, while the function is called.</summary>
    public async Task<HttpResponseMessage> GetAsync(string function, string path)
    {
        var id = Guid.NewGuid().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "x-ms-invocation-id", id } } };
        var answer = _client.SendAsync(request);
        await InvokeAsync(function, [new JsonObject { ["name"] = "request", ["data"] = new JsonObject { ["http"] = new JsonObject { ["method"] = "GET", ["url"] = $"http://localhost/{path}" } } }], null, id);
        return await answer;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _client.Dispose();
        await _host.DisposeAsync();
    }

    private async Task LoadAsync(string package)
    {
        var ready = await _channel.AskAsync("workerInitRequest", new() { ["hostVersion"] = "4.1040.0", ["functionAppDirectory"] = package, ["workerDirectory"] = package });
        _client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new((string)ready["capabilities"]!["HttpUri"]!) };
        var described = await _channel.AskAsync("functionsMetadataRequest", new() { ["functionAppDirectory"] = package });
        foreach (var function in described["functionMetadataResults"]!.AsArray())
        {
            var id = (string)function!["functionId"]!;
            var loaded = await _channel.AskAsync("functionLoadRequest", new() { ["functionId"] = id, ["metadata"] = function.DeepClone() });
            Assert.True((string?)loaded["result"]!["status"] == "Success", $"{loaded}");
            _ids.Add((string)function["name"]!, id);
        }

        await ListeningAsync(_client.BaseAddress);
    }

    // The worker's web server starts after the rest of it.
    private static async Task ListeningAsync(Uri address)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var listening = false; !listening; await Task.Delay(100, patience.Token))
        {
            using var connection = new TcpClient();
            try
            {
                await connection.ConnectAsync(address.Host, address.Port, patience.Token);
                listening = true;
            }
            catch (SocketException)
            {
                listening = false;
            }
        }
    }
}
