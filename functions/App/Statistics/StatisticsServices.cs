using LearningSociety.App.Statistics.Answers;
using LearningSociety.App.Statistics.Queries;
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
        services.AddSingleton<RegisteredOffices>();
        services.AddSingleton<CountryRollUps>();
        services.AddSingleton<Denominators>();
        services.AddSingleton<PlaceScope>();
        services.AddSingleton<ArgumentReader>();
        services.AddSingleton<GradingsQuery>();
        services.AddSingleton<IStatisticsQuery, ResultsQuery>();
        services.AddSingleton<IStatisticsQuery, TrendQuery>();
        services.AddSingleton<IStatisticsQuery, CriteriaQuery>();
        services.AddSingleton<IStatisticsQuery>(provider => provider.GetRequiredService<GradingsQuery>());
        services.AddSingleton<IStatisticsQuery, DossiersQuery>();
        services.AddSingleton<IStatisticsQuery, RecordsQuery>();
        services.AddSingleton<MeasuredYears>();
        services.AddSingleton<IStatisticsQuery, PlacesQuery>();
        services.AddSingleton<IStatisticsQuery, TargetsQuery>();
        services.AddSingleton<IStatisticsQuery, RecognitionsQuery>();
        services.AddSingleton<IStatisticsQuery, CommuneLevelsQuery>();
        services.AddSingleton<ReportStandings>();
        services.AddSingleton<IStatisticsQuery, ReportsDueQuery>();
        services.AddSingleton<IStatisticsQuery, ReportsByPlaceQuery>();
        services.AddSingleton<StatisticsAnswer>();
        services.AddSingleton<OpenApiDocument>();
        return services;
    }
}
