using System.Text;
using Azure.Data.Tables;
using LearningSociety.App.Access;
using LearningSociety.App.Intake;
using LearningSociety.App.Notifications;
using LearningSociety.App.Processing;
using LearningSociety.App.Records;
using LearningSociety.App.Registers;
using LearningSociety.App.Review;
using LearningSociety.App.Settings;
using LearningSociety.App.Statistics;
using LearningSociety.App.Storage;
using LearningSociety.Catalog;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Reporting;
using LearningSociety.Embedded.Plumbing;
using LearningSociety.Fixtures;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningSociety.App.Tests.Processing;

/// <summary>The app is renewed while dossiers are on their way. A storage of its own, since the whole app runs on it.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    private const string Hub = "Upgrade";
    private const string Kind = "unit-request";
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(4);
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Catalogue Shipped = CatalogueLoader.Load().Catalogue!;

    // The catalogue before asked for a form more than the one that follows it.
    private static readonly Catalogue Before = With("trước", kind => kind with { Required = ["unit-m10", "unit-m04", "unit-m18"] });
    private static readonly Catalogue After = With("sau", kind => kind with { Required = ["unit-m10"] });

    private readonly AzuriteFixture storage = new();

    public ValueTask InitializeAsync() => storage.InitializeAsync();

    public ValueTask DisposeAsync() => storage.DisposeAsync();

    [Fact]
    public async Task A_dossier_begun_under_the_catalogue_before_is_reported_under_it()
    {
        DossierId dossier;
        using (var app = Start(Before))
        {
            await app.StartAsync(None);
            dossier = await HandInAsync(app, "don-vi-truoc");
            await UntilCollectingAsync(app, dossier);
            // Nobody has read a thing when the app stops.
            await app.StopAsync(None);
        }

        using var renewed = Start(After);
        await renewed.StartAsync(None);
        var report = await ReportAsync(renewed, dossier);
        Assert.Equal(["unit-m04", "unit-m10", "unit-m18"], Missing(report));

        var next = await HandInAsync(renewed, "don-vi-sau");
        Assert.Equal(["unit-m10"], Missing(await ReportAsync(renewed, next)));
        await renewed.StopAsync(None);
    }

    // Rolled back and rolled forward: an app whose orchestrations have older steps leaves the dossier as it is, one with newer ones takes it to its end.
    [Fact]
    public async Task A_dossier_waits_for_an_app_that_knows_the_steps_it_began_under()
    {
        DossierId dossier;
        using (var app = Start(After, "1.1"))
        {
            await app.StartAsync(None);
            dossier = await HandInAsync(app, "don-vi-moi");
            await UntilCollectingAsync(app, dossier);
            await app.StopAsync(None);
        }

        using (var older = Start(After, "1.0"))
        {
            await older.StartAsync(None);
            await Task.Delay(3 * Quiet / 2, None);
            Assert.Equal(DossierStage.Received, (await older.Services.GetRequiredService<IDossierBook>().StatusAsync(dossier, None))!.Stage);
            // Others go on meanwhile.
            Assert.Equal(["unit-m10"], Missing(await ReportAsync(older, await HandInAsync(older, "don-vi-khac"))));
            await older.StopAsync(None);
        }

        using var newer = Start(After, "1.2");
        await newer.StartAsync(None);
        Assert.Equal(["unit-m10"], Missing(await ReportAsync(newer, dossier)));
        await newer.StopAsync(None);
    }

    private static Catalogue With(string version, Func<DossierKind, DossierKind> change) =>
        Shipped with { Version = version, Kinds = [.. Shipped.Kinds.Select(kind => kind.Id == Kind ? change(kind) : kind)] };

    private static IEnumerable<string> Missing(DossierReport report) =>
        report.Findings.Where(finding => finding.Code == FindingCode.FormMissing).Select(finding => finding.Form!).Order(StringComparer.Ordinal);

    private IHost Start(Catalogue catalogue, string version = "1.0")
    {
        var builder = FunctionsApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Configuration["AzureWebJobsStorage"] = builder.Configuration["DataStorage"] = storage.ConnectionString;
        builder.Configuration["AzureFunctionsJobHost:extensions:durableTask:hubName"] = Hub;
        builder.Configuration["AzureFunctionsJobHost:extensions:durableTask:defaultVersion"] = version;
        var functions = typeof(AccessServices).Assembly.GetTypes().Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(FunctionAttribute), false)));
        builder.Services.AddSingleton(FunctionSources.Of([.. functions]));
        var settings = new AppSettings(
            new(storage.ConnectionString, null, null), new(new("http://127.0.0.1:1"), null, "dossier", "1"), null,
            new(Quiet, 1 << 20, 300, 100), new("a@example.vn", "A", storage.Folder, null), null, null);
        builder.Services.AddSettings(settings, catalogue).AddStorage().AddRegisters().AddRecords().AddIntake().AddProcessing().AddNotifications().AddAccess().AddReview().AddStatistics();
        builder.UseAccess();
        return builder.Build();
    }

    // No engine reads here: a file that is no PDF needs none.
    private static async Task<DossierId> HandInAsync(IHost app, string office)
    {
        await app.Services.GetRequiredService<IOfficeRegister>().PutAsync(new(office, "Đơn vị"), None);
        var intake = app.Services.GetRequiredService<IDossierIntake>();
        var dossier = (await intake.OpenAsync(new(Kind, office, 2025), None)).Receipt!.Dossier;
        Assert.NotNull((await intake.AcceptAsync(dossier, "ghi-chu.pdf", new MemoryStream(Encoding.UTF8.GetBytes("Không phải PDF")), None)).Receipt);
        return dossier;
    }

    private static async Task<DossierReport> ReportAsync(IHost app, DossierId dossier)
    {
        await UntilAsync(app, dossier, status => status?.Stage is DossierStage.Reported or DossierStage.Failed);
        return (await app.Services.GetRequiredService<IDossierBook>().ReportAsync(dossier, null, None))!;
    }

    // The revision's own row in the task hub.
    private static async Task UntilCollectingAsync(IHost app, DossierId dossier)
    {
        var hub = app.Services.GetRequiredService<TableServiceClient>().GetTableClient($"{Hub}Durable");
        for (var i = 0; i < 300; i++, await Task.Delay(50, None))
            await foreach (var row in hub.QueryAsync<TableEntity>(cancellationToken: None))
                if (row.PartitionKey.Contains(RevisionKey.Of(dossier, 1), StringComparison.Ordinal) || row.RowKey.Contains(RevisionKey.Of(dossier, 1), StringComparison.Ordinal))
                    return;
        Assert.Fail("No revision began.");
    }

    private static async Task UntilAsync(IHost app, DossierId dossier, Func<DossierStatus?, bool> isSo)
    {
        var book = app.Services.GetRequiredService<IDossierBook>();
        for (var i = 0; i < 300; i++, await Task.Delay(100, None))
            if (isSo(await book.StatusAsync(dossier, None)))
                return;
        Assert.Fail($"{dossier} stands at {(await book.StatusAsync(dossier, None))?.Stage.ToString() ?? "nothing"} after half a minute.");
    }
}
