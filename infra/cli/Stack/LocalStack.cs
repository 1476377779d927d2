using System.Security.Cryptography;

namespace LearningSociety.Cli.Stack;

/// <summary>Azurite, the layout server and the function app on this machine; stopped in the reverse order, so that nothing is lost.</summary>
public sealed class LocalStack : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Stack<StackProcess> processes = new();
    private readonly Repository repository;
    private readonly IReadOnlyDictionary<string, string> settings;

    private LocalStack(Repository repository, StackOptions options, IReadOnlyDictionary<string, string> settings) =>
        (this.repository, Options, this.settings) = (repository, options, settings);

    /// <summary>Where it listens and keeps its data.</summary>
    public StackOptions Options { get; }

    /// <summary>Starts everything and waits until it answers.</summary>
    /// <param name="repository">The checkout.</param>
    /// <param name="options">Ports and folders.</param>
    /// <param name="settings">Settings of the function app beyond the usual.</param>
    /// <param name="tell">Says what is being started.</param>
    /// <param name="cancellationToken">Stops what was started.</param>
    /// <exception cref="SentenceException">Something did not come up; what had come up was stopped again.</exception>
    public static async Task<LocalStack> StartAsync(
        Repository repository, StackOptions options, IReadOnlyDictionary<string, string> settings, Action<string> tell, CancellationToken cancellationToken)
    {
        foreach (var (port, what) in new[] { (options.AppPort, "the function app"), (options.LayoutPort, "the layout server"), (options.BlobPort, "Azurite"), (options.QueuePort, "Azurite"), (options.TablePort, "Azurite") })
            LocalPort.RequireFree(port, what, "stop that program (another ./run.sh?), or choose other ports with --port and --storage-port.");

        var stack = new LocalStack(repository, options, settings);
        try
        {
            tell("Azurite");
            await stack.StartAzuriteAsync(cancellationToken);
            tell("the layout server");
            await stack.StartLayoutAsync(cancellationToken);
            tell("the function app");
            await stack.StartAppAsync(cancellationToken);
            return stack;
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts Azurite alone, for what needs the storage and nothing else.</summary>
    public static async Task<LocalStack> StartStorageAsync(Repository repository, StackOptions options, CancellationToken cancellationToken)
    {
        var stack = new LocalStack(repository, options, new Dictionary<string, string>());
        try
        {
            await stack.StartAzuriteAsync(cancellationToken);
            return stack;
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    /// <summary>The first program that has ended by itself; null while all run.</summary>
    public StackProcess? FirstEnded => processes.FirstOrDefault(process => process.HasEnded);

    /// <summary>Ends the function app as a power cut would, with no chance to tidy up, and starts it again.</summary>
    /// <param name="down">How long it stays away.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task CrashAppAsync(TimeSpan down, CancellationToken cancellationToken)
    {
        var app = processes.Pop();
        await app.KillAsync();
        await app.DisposeAsync();
        await Task.Delay(down, cancellationToken);
        await StartAppAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (processes.TryPop(out var process))
            await process.DisposeAsync();
    }

    private async Task StartAzuriteAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(repository.Azurite))
            throw new SentenceException("Azurite is not installed: start through ./run.sh, which installs it.");
        var location = Path.Combine(Options.DataFolder, "azurite");
        Directory.CreateDirectory(location);
        var azurite = StackProcess.Start(
            "Azurite", "node",
            [
                repository.Azurite, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", location,
                "--blobPort", $"{Options.BlobPort}", "--queuePort", $"{Options.QueuePort}", "--tablePort", $"{Options.TablePort}",
            ],
            new Dictionary<string, string>(), Log("azurite"));
        processes.Push(azurite);
        await azurite.WaitUntilAnsweringAsync(new($"http://127.0.0.1:{Options.TablePort}/"), Patience, cancellationToken);
        await azurite.WaitUntilAnsweringAsync(new($"http://127.0.0.1:{Options.BlobPort}/"), Patience, cancellationToken);
    }

    private async Task StartLayoutAsync(CancellationToken cancellationToken)
    {
        var layout = StackProcess.Start(
            "The layout server", "dotnet",
            [repository.Program("infra/layout", "LearningSociety.Layout"), "--urls", Options.Layout.GetLeftPart(UriPartial.Authority)],
            new Dictionary<string, string>
            {
                ["Layout__WorkFolder"] = Path.Combine(Options.DataFolder, "layout"),
                ["OMP_THREAD_LIMIT"] = "1",
            },
            Log("layout"));
        processes.Push(layout);
        await layout.WaitUntilAnsweringAsync(new(Options.Layout, "health"), Patience, cancellationToken);
    }

    private async Task StartAppAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Options.MailFolder);
        var environment = new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = Options.StorageConnection,
            ["DataStorage"] = Options.StorageConnection,
            ["ASPNETCORE_URLS"] = Options.App.GetLeftPart(UriPartial.Authority),
            ["LearningSociety__Layout__Endpoint"] = Options.Layout.ToString(),
            ["LearningSociety__Layout__Version"] = LayoutVersion(),
            ["LearningSociety__Seal__Endpoint"] = Options.Layout.ToString(),
            ["LearningSociety__Mail__PickupFolder"] = Options.MailFolder,
            ["LearningSociety__PublicUrl"] = Options.App.ToString(),
        };
        foreach (var (key, value) in settings)
            environment[key] = value;
        var app = StackProcess.Start("The function app", "dotnet", [repository.Program("functions/App", "LearningSociety.App")], environment, Log("app"));
        processes.Push(app);
        await app.WaitUntilAnsweringAsync(new(Options.App, "api/health"), Patience, cancellationToken);
    }

    // Layouts are kept by engine version: a layout server built from other sources reads again.
    private string LayoutVersion() =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(repository.Program("infra/layout", "LearningSociety.Layout"))))[..12];

    private string Log(string name) => Path.Combine(Options.LogFolder, name + ".log");
}
