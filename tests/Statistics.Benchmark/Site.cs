using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LearningSociety.App.Access;
using LearningSociety.App.Records;
using LearningSociety.App.Registers;
using LearningSociety.App.Review;
using LearningSociety.App.Settings;
using LearningSociety.App.Statistics;
using LearningSociety.App.Statistics.Dashboard;
using LearningSociety.App.Storage;
using LearningSociety.Catalog;
using LearningSociety.Embedded.Plumbing;
using LearningSociety.Fixtures;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningSociety.Statistics.Benchmark;

/// <summary>The statistics of the app behind their middleware and a real server, over an Azurite of their own.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly AzuriteFixture azurite;
    private readonly IHost host;

    private Site(AzuriteFixture azurite, IHost host, HttpClient client) => (this.azurite, this.host, Client) = (azurite, host, client);

    public HttpClient Client { get; }

    public int TablePort => azurite.TableEndpoint.Port;

    public IServiceProvider Services => host.Services;

    public static async Task<Site> StartAsync()
    {
        var azurite = new AzuriteFixture();
        await azurite.InitializeAsync();
        var builder = FunctionsApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(FunctionSources.Of([typeof(StatisticsFunctions), typeof(StatisticsPage)]));
        builder.Services
            .AddSettings(
                new(new(azurite.ConnectionString, null, null), new(new("http://127.0.0.1:1"), null, "dossier", "1"), null, new(TimeSpan.FromSeconds(60), 1 << 20, 300, 100), new("a@example.vn", "A", "pickup", null), null, null),
                CatalogueLoader.Load().Catalogue!)
            .AddStorage().AddRegisters().AddAccess().AddReview().AddStatistics()
            .AddSingleton<DossierHeads>().AddSingleton<ReportStore>();
        builder.UseAccess();
        var host = builder.Build();
        await host.StartAsync();
        var key = (await host.Services.GetRequiredService<KeyIssuer>().IssueAsync(Role.Province, null, "Benchmark", TimeSpan.FromDays(1), default)).Key;
        var client = new HttpClient { BaseAddress = new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return new(azurite, host, client);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.StopAsync();
        host.Dispose();
        await azurite.DisposeAsync();
    }
}
