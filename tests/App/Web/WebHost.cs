using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LearningSociety.App.Access;
using LearningSociety.App.Intake;
using LearningSociety.App.Records;
using LearningSociety.App.Registers;
using LearningSociety.App.Review;
using LearningSociety.App.Settings;
using LearningSociety.App.Statistics;
using LearningSociety.App.Storage;
using LearningSociety.App.Tests.Review;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Embedded.Plumbing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningSociety.App.Tests.Web;

/// <summary>The app's HTTP functions behind their middleware and a real server, over fakes of intake and book and over real tables.</summary>
public sealed partial class WebHost : IAsyncDisposable
{
    private static int _addresses = 1;
    private readonly IHost _host;

    private WebHost(IHost host, FakeDossiers dossiers, FakeRegisters registers, KeyIssuer keys)
    {
        (_host, Dossiers, Registers, Keys) = (host, dossiers, registers, keys);
        Address = new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    public FakeDossiers Dossiers { get; }

    public FakeRegisters Registers { get; }

    public KeyIssuer Keys { get; }

    public static async Task<WebHost> StartAsync(string storage, TimeProvider? clock = null, FunctionRoles? roles = null, int port = 0, Catalogue? catalogue = null, AccessSettings? access = null, params Type[] more)
    {
        var builder = FunctionsApplication.CreateBuilder(["--urls", $"http://127.0.0.1:{port}"]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var functions = typeof(AccessServices).Assembly.GetTypes().Where(type => type.GetMethods().Any(method =>
            method.IsDefined(typeof(FunctionAttribute), false) && method.GetParameters().Any(parameter => parameter.IsDefined(typeof(HttpTriggerAttribute), false))));
        var registers = new FakeRegisters();
        var dossiers = new FakeDossiers(registers);
        builder.Services.AddSingleton(FunctionSources.Of([.. functions, .. more]));
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddSingleton(new TableServiceClient(storage)).AddSingleton(new BlobServiceClient(storage));
        builder.Services.AddSingleton<StoragePlaces>().AddSingleton<JsonBlobs>().AddSingleton<DossierHeads>().AddSingleton<ReportStore>();
        builder.Services.AddSingleton(catalogue ?? Samples.Catalogue);
        builder.Services.AddSingleton(new AppSettings(
            new(storage, null, null), new(new("http://127.0.0.1:1"), null, "dossier", "1"), null,
            new(TimeSpan.FromSeconds(60), FakeDossiers.MaxFileBytes, 300, 100), new("a@example.vn", "A", "pickup", null), null, null) { Access = access ?? new(false, 0) });
        builder.Services.AddSingleton<IDossierIntake>(dossiers).AddSingleton<IDossierBook>(dossiers);
        builder.Services.AddSingleton<IOfficeRegister>(registers).AddSingleton<IReaderRegister>(registers).AddSingleton<IUnitBook>(registers);
        builder.Services.AddAccess().AddReview().AddImports().AddStatistics();
        if (roles is not null) builder.Services.AddSingleton(roles);
        builder.UseAccess();
        var host = builder.Build();
        await host.StartAsync();
        return new(host, dossiers, registers, host.Services.GetRequiredService<KeyIssuer>());
    }

    /// <summary>A client that carries a key just made.</summary>
    public async Task<HttpClient> WithKeyAsync(Role role, string? office = null)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await KeyAsync(role, office));
        return client;
    }

    public async Task<string> KeyAsync(Role role, string? office = null) =>
        (await Keys.IssueAsync(role, office, "Văn phòng", TimeSpan.FromDays(1), CancellationToken.None)).Key;

    /// <summary>A browser: it keeps cookies, follows no redirects, and comes from a loopback address of its own, so that attempts are counted apart.</summary>
    public HttpClient Client()
    {
        var own = IPAddress.Parse($"127.1.{Interlocked.Increment(ref _addresses) / 250}.{(_addresses % 250) + 1}");
        return new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new(),
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(own, 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = Address };
    }

    /// <summary>A browser that has signed in.</summary>
    public async Task<HttpClient> SignedInAsync(Role role, string? office = null)
    {
        var browser = Client();
        var answer = await SignInAsync(browser, await KeyAsync(role, office));
        return answer.StatusCode == HttpStatusCode.SeeOther ? browser : throw new InvalidOperationException($"Sign-in answered {answer.StatusCode}.");
    }

    public static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string key, string back = "/") => await browser.PostAsync(
        "sign-in",
        new FormUrlEncodedContent([new("form_token", await TokenAsync(browser, "sign-in")), new("key", key), new("return", back)]));

    /// <summary>The token of the form on a page.</summary>
    public static async Task<string> TokenAsync(HttpClient browser, string page) =>
        WebUtility.HtmlDecode(Token().Match(await browser.GetStringAsync(page)).Groups[1].Value);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    [GeneratedRegex("name=\"form_token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
