using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.App.Statistics;

/// <summary>Registers what counts and what reads the counts.</summary>
public static class StatisticsServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddStatistics(this IServiceCollection services)
    {
        services.AddSingleton<PartitionGates>();
        services.AddSingleton<PlaceBook>();
        services.AddSingleton<DossierCount>();
        services.AddSingleton<StatisticsStore>();
        services.AddSingleton<StatisticsBook>();
        services.AddSingleton<IStatisticsBook>(provider => provider.GetRequiredService<StatisticsBook>());
        services.AddSingleton<StatisticsRebuild>();
        return services;
    }
}
