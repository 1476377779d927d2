namespace LearningSociety.Scale.Model;

/// <summary>List prices in US dollars, Southeast Asia, without discounts. To be looked up anew before they are relied on: azure.com/pricing.</summary>
internal sealed record Prices(string Date)
{
    public static Prices Listed { get; } = new("2026-11-22");

    public double LayoutPage { get; init; } = 10.0 / 1_000;
    public double VcpuSecond { get; init; } = 0.000024;
    public double VcpuSecondIdle { get; init; } = 0.000003;
    public double GibSecond { get; init; } = 0.000003;
    public double FunctionGbSecond { get; init; } = 0.000026;
    public double FunctionMillion { get; init; } = 0.40;
    public double ReadyGbSecond { get; init; } = 0.000004;
    public double StorageTenThousand { get; init; } = 0.06;
    public double HotGbMonth { get; init; } = 0.025;
    public double CoolGbMonth { get; init; } = 0.0125;
    public double ColdGbMonth { get; init; } = 0.0055;
    public double LogGb { get; init; } = 2.99;
    public double Mail { get; init; } = 0.00025;
    public double PrivateEndpointHour { get; init; } = 0.01;
    public double RegistryDay { get; init; } = 0.667;
    public double NfsGibMonth { get; init; } = 0.20;
    public double AlertMonth { get; init; } = 1.5;
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
        var network = 9 * prices.PrivateEndpointHour * 24 * 365;
        return new(server + pages, app, storage, watching, network, dossiers * season.Readers * prices.Mail);
    }
}
