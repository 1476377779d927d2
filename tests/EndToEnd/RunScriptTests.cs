using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LearningSociety.Cli.Stack;
using LearningSociety.EndToEnd.Runs;

namespace LearningSociety.EndToEnd;

public sealed class RunScriptTests
{
    [Theory]
    [InlineData("process")]
    [InlineData("process", "/tmp")]
    [InlineData("no-such-command")]
    [InlineData("key", "--role", "king")]
    [InlineData("key", "--role", "office")]
    public async Task BadUsageIsOneSentenceAndExitStatusTwo(params string[] arguments)
    {
        var result = await Shell.RunAsync(arguments, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(2, result.ExitStatus);
        Assert.Single(result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task ATakenPortIsNamedAndNothingIsLeftRunning()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var result = await Shell.RunAsync(["--once", "--port", $"{port}"], TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(1, result.ExitStatus);
        Assert.Contains($"Port {port}", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnceProcessesTheSamplesStopsEverythingAndIsQuickTheSecondTime()
    {
        var storage = LocalPort.Free(1)[0];
        var data = Directory.CreateTempSubdirectory("learningsociety-data-").FullName;
        string[] arguments = ["--once", "--port", $"{LocalPort.Free(1)[0]}", "--storage-port", $"{storage}", "--data", data];
        var first = await Shell.RunAsync(arguments, TimeSpan.FromMinutes(4), TestContext.Current.CancellationToken);
        Assert.True(first.ExitStatus == 0, first.ToString());
        foreach (var said in new[] { "Mẫu 18", "Mẫu 04", "Chữ ký", "Thư điện tử", "Bản ghi" })
            Assert.Contains(said, first.Output, StringComparison.Ordinal);

        var watch = Stopwatch.StartNew();
        var second = await Shell.RunAsync(arguments, TimeSpan.FromMinutes(4), TestContext.Current.CancellationToken);
        Assert.True(second.ExitStatus == 0, second.ToString());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(45), $"the second start took {watch.Elapsed}");
        Assert.DoesNotContain("Building", second.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Installing", second.Errors, StringComparison.Ordinal);
        // Azurite, which went last, has let go of its port.
        LocalPort.RequireFree(storage, "the test", "Azurite was not stopped.");
    }
}
