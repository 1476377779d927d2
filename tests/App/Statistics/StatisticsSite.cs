using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text.Json;
using LearningSociety.App.Access;
using LearningSociety.App.Registers;
using LearningSociety.App.Tests.Web;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using LearningSociety.Fixtures;

namespace LearningSociety.App.Tests.Statistics;

/// <summary>The app over a province with dossiers of two years: in 2024 six offices in six communes of two districts and one without a unit, in 2025 three of them again.</summary>
internal sealed class StatisticsSite : IAsyncDisposable
{
    private readonly WebHost host;

    private StatisticsSite(WebHost host, StatisticsStack stack, HttpClient client) => (this.host, Stack, Client) = (host, stack, client);

    public StatisticsStack Stack { get; }

    public HttpClient Client { get; }

    public string Province => Stack.Province;

    public static async Task<StatisticsSite> StartAsync(AzuriteFixture azurite, Role role = Role.Province)
    {
        var stack = new StatisticsStack(azurite);
        var host = await WebHost.StartAsync(azurite.ConnectionString, catalogue: StatisticsStack.Catalogue);
        host.Registers.Units = stack.Units.Units;
        for (var n = 0; n < 7; n++)
        {
            var dossier = n < 6 ? await stack.OfficeAsync($"o{n}", n) : DossierId.TryCreate("unit-request", 2024, $"o6-{stack.Province}")!;
            if (n == 6) await stack.Offices.PutAsync(new(dossier.Office, "=1+1", stack.Province), default);
            await ((IOfficeRegister)host.Registers).PutAsync((await stack.Offices.FindAsync(dossier.Office, default))!, default);
            await stack.ShowAsync(dossier, 1, n switch { < 3 => Result.Level2, < 5 => Result.Level1, 5 => Result.NotMet, _ => null }, (Verdict)(n % 3), n < 5 ? "1=2 1.1=2 1.2=1" : "1=0 1.1=0 1.2=-");
            if (n < 3) await stack.ShowAsync(DossierId.TryCreate("unit-request", 2025, dossier.Office)!, 1, Result.Level2);
        }

        var grading = JsonSerializer.Deserialize<DossierReport>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Review", "samples", "grading.json")), DossierReport.Json)!;
        var plan = DossierId.TryCreate("province-grading", 2023, $"so-{stack.Province}")!;
        await stack.Offices.PutAsync(new(plan.Office, "Sở", stack.Province), default);
        await stack.ShowAsync(plan, grading with { Dossier = grading.Dossier with { Id = plan.ToString(), Office = plan.Office } });
        return new(host, stack, await host.WithKeyAsync(role));
    }

    /// <summary>The address of a query about the province, of 2024 and requests of units unless it says otherwise.</summary>
    public string Address(string query) => $"api/statistics/{query.Replace("{p}", Province, StringComparison.Ordinal)}";

    public async Task<JsonElement> JsonAsync(string query) => await Client.GetFromJsonAsync<JsonElement>(Address(query));

    /// <summary>Registers an office before anything is asked of it.</summary>
    public async Task RegisterAsync(Office office)
    {
        await Stack.Offices.PutAsync(office, default);
        await ((IOfficeRegister)host.Registers).PutAsync(office, default);
    }

    /// <summary>Imports rows into a register; "{p}" stands for the province.</summary>
    public async Task ImportAsync(string register, string head, params string[] rows)
    {
        using var admin = await AsAsync(Role.Administrator);
        using var file = new StringContent($"{head}\n{string.Join('\n', rows)}\n".Replace("{p}", Province, StringComparison.Ordinal));
        var answer = await admin.PutAsync($"api/manage/imports/{register}", file);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The rows of an answer, each with the named cells, "-" for an empty one; the province's code left out.</summary>
    public async Task<string[]> RowsAsync(string query, params string[] cells) =>
    [
        .. (await JsonAsync(query)).GetProperty("rows").EnumerateArray().Select(row => string.Join(' ', cells.Select(cell =>
            row.GetProperty(cell) is { ValueKind: not JsonValueKind.Null } value ? value.ToString().Replace(Province, "p", StringComparison.Ordinal) : "-"))),
    ];

    public async Task<HttpClient> AsAsync(Role role) => await host.WithKeyAsync(role, role == Role.Office ? "a" : null);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.DisposeAsync();
    }
}
