using Microsoft.Playwright;

namespace LearningSociety.EndToEnd.Pages;

/// <summary>The machine's own Chromium, cut off from everything but this machine; nothing is ever downloaded for it.</summary>
internal static class Chromium
{
    private const string Program = "/usr/bin/chromium";

    /// <summary>Starts it without a window.</summary>
    /// <exception cref="InvalidOperationException">It is not installed.</exception>
    public static async Task<IBrowser> StartAsync(IPlaywright playwright) => File.Exists(Program)
        ? await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        })
        : throw new InvalidOperationException($"Chromium is missing at {Program}, so the pages cannot be tested: start through ./test.sh, which installs it, or run apt-get install chromium.");
}
