namespace LearningSociety.Scale.Model;

/// <summary>
/// List prices in US dollars without discounts, meant for Southeast Asia; each says where it is from and for which region. The pricing pages themselves
/// (azure.com/pricing, prices.azure.com) come first: look there before relying on any of them.
/// </summary>
internal sealed record Prices
{
    /// <summary>The source of a price that was found nowhere: it is from memory.</summary>
    public const string NotVerified = "not verified";

    private const string Apps = "techcommunity.microsoft.com, Understanding Idle Usage in Azure Container Apps (2025-05-30, Central US)";
    private const string Functions = "modal.com/blog/azure-function-pricing-guide (2025-05-22, East US), Flex Consumption";
    private const string Retail = "Retail Prices API, Southeast Asia, as public reviews of 2026-09-28 quote it";
    private const string LookedUp = "2026-11-22";
    private const string LookedUpAgain = "2026-11-30";

    // Quoted in other money there; turned into dollars by the same sheet's price of a service whose price in dollars is known.
    private const string Canada = "Retail Prices API, Canada Central, in Canadian dollars, as a public project of 2026-08-20 quotes it: block blobs, hot, ZRS";
    private const string Europe = "Retail Prices API, West Europe, in euros, as a public project of 2026-09-14 quotes it: block blobs, cold, LRS; a quarter more for ZRS";
    private const string Files = "Retail Prices API, East US, as a public project of 2026-07-24 quotes it: premium files, LRS, provisioned";

    public static Prices Listed { get; } = new();

    public Figure LayoutPage { get; init; } = new(10.0 / 1_000, "docs.litellm.ai, Azure Document Intelligence: prebuilt-layout (no region said)", LookedUp);
    public Figure VcpuSecond { get; init; } = new(0.000024, Apps, LookedUp);
    public Figure VcpuSecondIdle { get; init; } = new(0.000003, Apps, LookedUp);
    public Figure GibSecond { get; init; } = new(0.000003, Apps, LookedUp);
    public Figure FunctionGbSecond { get; init; } = new(0.000026, Functions, LookedUp);
    public Figure FunctionMillion { get; init; } = new(0.40, Functions, LookedUp);
    public Figure ReadyGbSecond { get; init; } = new(0.000004, Functions + ": always ready", LookedUp);
    public Figure StorageTenThousand { get; init; } = new(0.069, Canada + ", writes; all else costs less", LookedUpAgain);
    public Figure HotGbMonth { get; init; } = new(0.025, Canada, LookedUpAgain);
    public Figure CoolGbMonth { get; init; } = new(0.0125, NotVerified, LookedUp);
    public Figure ColdGbMonth { get; init; } = new(0.0057, Europe, LookedUpAgain);
    public Figure LogGb { get; init; } = new(2.99, Retail, LookedUp);
    public Figure Mail { get; init; } = new(0.00025, "learn.microsoft.com, Communication Services: email pricing (2022-04-15)", LookedUp);
    public Figure PrivateEndpointHour { get; init; } = new(0.01, "c3x.dev, azurerm_private_endpoint", LookedUp);
    public Figure RegistryDay { get; init; } = new(0.667, "c3x.dev, azurerm_container_registry: Standard", LookedUp);
    public Figure NfsGibMonth { get; init; } = new(0.16, Files, LookedUpAgain);
    public Figure AlertMonth { get; init; } = new(1.5, Retail + ": every 5 minutes", LookedUp);

    /// <summary>All of them by name.</summary>
    public IEnumerable<(string Name, Figure Price)> All =>
        typeof(Prices).GetProperties().Where(property => property.PropertyType == typeof(Figure)).Select(property => (property.Name, (Figure)property.GetValue(this)!));
}

/// <summary>A year's cost of a season in Azure, by what it is for, in US dollars.</summary>
internal sealed record YearCost(double Layout, double App, double Storage, double Watching, double Network, double Mail)
{
    private const double Year = 365 * 86_400;

    public double Total => Layout + App + Storage + Watching + Network + Mail;

    /// <summary>Adds it up.</summary>
    public static YearCost Of(Season season, Shape shape, Prices prices)
    {
        var dossiers = season.Dossiers;
        var hasServer = shape.Layout != LayoutChoice.DocumentIntelligence;
        var hasIntelligence = shape.Layout != LayoutChoice.Server;

        // One replica is always there, idle mostly; others come for the work and are busy for six tenths of their time.
        var server = !hasServer ? 0
            : (Year * shape.CoresAReplica * (prices.VcpuSecondIdle + (2 * prices.GibSecond)))
              + (dossiers * Pipeline.CpuSeconds(season) / 0.6 * (prices.VcpuSecond + (2 * prices.GibSecond)))
              + (prices.RegistryDay * 365) + (shape.Replicas > 1 ? 100 * prices.NfsGibMonth * 12 : 0);
        var pages = hasIntelligence ? dossiers * season.Pages * prices.LayoutPage : 0;

        // Two gigabytes for as long as something runs, and one instance always ready.
        var executions = dossiers * (Figures.TurnsADossier + Figures.ActivitiesADossier);
        var app = (executions * prices.FunctionMillion / 1e6) + (executions * 0.3 * 2 * prices.FunctionGbSecond) + (Year * 2 * prices.ReadyGbSecond);

        // Scans of 0.2 MB a page, and as much again for layouts and reports; two months hot, four cool, the rest cold, five years kept.
        var gigabytes = dossiers * season.Pages * 0.4 / 1_024;
        var storage = (gigabytes * ((2 * prices.HotGbMonth) + (4 * prices.CoolGbMonth) + (6 * prices.ColdGbMonth))) + (4 * gigabytes * 12 * prices.ColdGbMonth)
            + (dossiers * 1_500 * prices.StorageTenThousand / 1e4);

        var watching = (dossiers * 0.4 / 1_024 * prices.LogGb) + (12 * 10 * prices.AlertMonth) + (12 * prices.LogGb);
        // Blobs, queues and tables of both accounts, Document Intelligence, the layout server's share.
        var network = 8 * prices.PrivateEndpointHour * 24 * 365;
        return new(server + pages, app, storage, watching, network, dossiers * season.Readers * prices.Mail);
    }
}
