using LearningSociety.App.Access;
using LearningSociety.Cli.Client;
using LearningSociety.Cli.Commands;
using LearningSociety.Cli.Dossiers;
using LearningSociety.Cli.Stack;
using LearningSociety.Domain.Dossiers;
using LearningSociety.EndToEnd.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LearningSociety.EndToEnd.Pages;

/// <summary>The tests of pages share one stack and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class SharedOffice : ICollectionFixture<OfficeStack>
{
    /// <summary>What the test classes name it by.</summary>
    public const string Name = "pages";
}

/// <summary>A running stack with an office and a browser; scanned dossiers were handed in already, for a reviewer to look at.</summary>
public sealed class OfficeStack : IAsyncLifetime
{
    /// <summary>A worn scan that lacks a required form.</summary>
    internal const string Incomplete = "u03-scan-worn-missing-m04";

    /// <summary>A poor scan of a district's table in which results were left blank.</summary>
    internal const string Blank = "d03-low-words-blank";

    // A folder of its own: other suites of this process keep their data by the process's number.
    private readonly StackOptions options = StackOptions.Batch(Shell.Repository) with { DataFolder = Directory.CreateTempSubdirectory("learningsociety-pages-").FullName };
    private LocalStack? stack;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private readonly Dictionary<string, Task<Uri>> reports = [];

    /// <summary>The office of the digital dossier: what its clerk hands in.</summary>
    internal DossierFolder Digital { get; } = Read("u01-digital-signed-words");

    /// <summary>Where the app listens.</summary>
    internal Uri App => options.App;

    /// <summary>The address of the report of a dossier that the stack began with; waits until it is there.</summary>
    internal Task<Uri> ReportAsync(string dossier) => reports[dossier];

    /// <summary>A key for the office of the digital dossier.</summary>
    internal Task<string> ClerkKeyAsync() =>
        Cli.Commands.AccessKey.MakeAsync(options, Role.Office, Digital.Id.Office, "Văn thư", TimeSpan.FromDays(1), TestContext.Current.CancellationToken);

    /// <summary>A key for a reviewer.</summary>
    internal Task<string> ReviewerKeyAsync() =>
        Cli.Commands.AccessKey.MakeAsync(options, Role.Reviewer, null, "Người thẩm định", TimeSpan.FromDays(1), TestContext.Current.CancellationToken);

    /// <summary>A key for who counts in a province.</summary>
    internal Task<string> ProvinceKeyAsync() =>
        Cli.Commands.AccessKey.MakeAsync(options, Role.Province, null, "Sở Giáo dục và Đào tạo", TimeSpan.FromDays(1), TestContext.Current.CancellationToken);

    /// <summary>The registers and statistics over the stack's storage.</summary>
    internal ServiceProvider Services() => StatisticsCommand.ServicesOf(options);

    /// <summary>A client that may fill registers.</summary>
    internal async Task<HttpClient> AdministratorAsync() => new()
    {
        BaseAddress = App,
        DefaultRequestHeaders = { Authorization = new("Bearer", await BatchKey.MakeAsync(options, TestContext.Current.CancellationToken)) },
    };

    /// <summary>A browser of its own for one person.</summary>
    internal async Task<(IPage Page, Watch Watch)> OpenAsync(int width, int height, bool script)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = App.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = script,
            Locale = "vi-VN",
            ReducedMotion = ReducedMotion.Reduce,
        });
        var watch = Watch.Over(context, App);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        return (page, watch);
    }

    /// <summary>Signs a person in by the form.</summary>
    internal static async Task SignInAsync(IPage page, string key)
    {
        await page.GotoAsync("/");
        await page.GetByLabel("Khóa truy cập").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).WaitForAsync();
    }

    /// <summary>Keeps a picture of what is seen, for people to look at.</summary>
    internal static async Task PictureAsync(IPage page, string name, bool whole = false)
    {
        // The bar at the top follows the reader and would lie over the middle of a whole page.
        if (whole) await page.EvaluateAsync("scrollTo(0, 0)");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Shell.Repository.RunFolder, "screens", name + ".png"), FullPage = whole });
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.StartAsync(playwright);
        stack = await LocalStack.StartAsync(Shell.Repository, options, new Dictionary<string, string>(), _ => { }, CancellationToken.None);
        using var client = new AppClient(App, await BatchKey.MakeAsync(options, CancellationToken.None));
        await client.PutOfficeAsync(Digital.Id.Office, Digital.OfficeName, CancellationToken.None);
        foreach (var dossier in new[] { Incomplete, Blank })
        {
            var folder = Read(dossier);
            await client.PutOfficeAsync(folder.Id.Office, folder.OfficeName, CancellationToken.None);
            await client.OpenAsync(folder, CancellationToken.None);
            foreach (var file in folder.Files)
                await client.UploadAsync(folder.Id, file, CancellationToken.None);
            await client.SubmitAsync(folder.Id, CancellationToken.None);

            // It is read while the clerk is at work.
            reports[dossier] = ReportedAsync(folder.Id);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (stack is not null) await stack.DisposeAsync();
        Directory.Delete(options.DataFolder, recursive: true);
    }

    private async Task<Uri> ReportedAsync(DossierId dossier)
    {
        using var client = new AppClient(App, await BatchKey.MakeAsync(options, CancellationToken.None));
        for (var waited = 0; waited < 240; waited++)
        {
            if (await client.StatusAsync(dossier, CancellationToken.None) is { ReportedRevision: not null })
                return new(App, $"dossiers/{dossier}/report");
            await Task.Delay(500, CancellationToken.None);
        }

        throw new TimeoutException($"{dossier} has no report after two minutes.");
    }

    private static DossierFolder Read(string name) => DossierFolder.Read(Shell.Corpus(name), new(null, null, null, null, "2026-01-12")).Dossier!;
}
