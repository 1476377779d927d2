using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Xunit;

namespace LearningSociety.Fixtures;

/// <summary>
/// An Azurite of the tests' own: on free ports of the loopback interface, with its data in a temporary folder.
/// It can be stopped, killed and started again on the same ports and data. Use it as a class, collection or assembly fixture.
/// </summary>
public sealed partial class AzuriteFixture : IAsyncLifetime
{
    /// <summary>The account that every Azurite has.</summary>
    public const string AccountName = "devstoreaccount1";

    /// <summary>The key of that account; it is public and no secret.</summary>
    public const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const int Terminate = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StringBuilder _output = new();
    private AzuritePorts _ports = AzuritePorts.Free();
    private Process? _process;

    /// <summary>Creates the fixture; Azurite is started by <see cref="InitializeAsync"/>.</summary>
    public AzuriteFixture()
    {
        Folder = Directory.CreateTempSubdirectory("learningsociety-azurite-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
    }

    /// <summary>Where Azurite keeps its data.</summary>
    public string Folder { get; }

    /// <summary>The connection string of the account, for blobs, queues and tables.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={AccountName};AccountKey={AccountKey};"
        + $"BlobEndpoint={BlobEndpoint};QueueEndpoint={QueueEndpoint};TableEndpoint={TableEndpoint};";

    /// <summary>The address of the Blob service.</summary>
    public Uri BlobEndpoint => Address(_ports.Blob);

    /// <summary>The address of the Queue service.</summary>
    public Uri QueueEndpoint => Address(_ports.Queue);

    /// <summary>The address of the Table service.</summary>
    public Uri TableEndpoint => Address(_ports.Table);

    /// <summary>Whether Azurite runs.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Starts Azurite and waits until it answers.</summary>
    /// <exception cref="FileNotFoundException">There is no Azurite on this machine.</exception>
    /// <exception cref="InvalidOperationException">It ended or did not answer within a minute.</exception>
    public async ValueTask InitializeAsync()
    {
        const int Tries = 3;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await StartAsync();
                return;
            }
            catch (InvalidOperationException) when (attempt < Tries)
            {
                // Another program may have taken a port after it was found free.
                Kill();
                _ports = AzuritePorts.Free();
            }
        }
    }

    /// <summary>Starts Azurite on the ports and data that it had, and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It runs already, ended, or did not answer within a minute.</exception>
    public async Task StartAsync()
    {
        if (IsRunning)
            throw new InvalidOperationException("Azurite runs already.");

        var process = _process = Launch();
        var waited = Stopwatch.StartNew();
        while (!await _ports.AnswerAsync(CancellationToken.None))
        {
            if (process.HasExited || waited.Elapsed > Patience)
                throw new InvalidOperationException($"Azurite {(process.HasExited ? "ended" : "does not answer")}: {Output()}");
            await Task.Delay(50);
        }
    }

    /// <summary>Asks Azurite to end (SIGTERM) and waits for it: everything it has answered is on disk then.</summary>
    public async Task StopAsync()
    {
        if (_process is not { HasExited: false } process)
            return;
        if (Signal(process.Id, Terminate) != 0)
            throw new InvalidOperationException($"Azurite could not be stopped: error {Marshal.GetLastPInvokeError()}.");
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
    }

    /// <summary>Stops Azurite if it runs, and starts it again on the same ports and data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Ends Azurite at once (SIGKILL): what it wrote in the last seconds may be lost, as in a power failure.</summary>
    public void Kill()
    {
        if (_process is not { HasExited: false } process)
            return;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>Ends Azurite and removes its data.</summary>
    public ValueTask DisposeAsync()
    {
        Kill();
        _process?.Dispose();
        _process = null;
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);

    private static Uri Address(int port) => new($"http://127.0.0.1:{port}/{AccountName}");

    private Process Launch()
    {
        var start = new ProcessStartInfo(AzuriteProgram.Find())
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Folder,
        };
        string[] arguments =
        [
            "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", Folder,
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", $"{_ports.Blob}", "--queuePort", $"{_ports.Queue}", "--tablePort", $"{_ports.Table}",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        const int Enough = 4000;
        lock (_output)
        {
            if (line.Data is not null && _output.Length < Enough)
                _output.AppendLine(line.Data);
        }
    }

    private string Output()
    {
        lock (_output)
            return _output.Length == 0 ? "it said nothing." : _output.ToString();
    }
}
