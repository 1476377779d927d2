using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.App.Records;

/// <summary>Registers records and their readers.</summary>
public static class RecordServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddRecords(this IServiceCollection services)
    {
        services.AddSingleton<DossierHeads>();
        services.AddSingleton<FileProgress>();
        services.AddSingleton<ReportStore>();
        services.AddSingleton<RecordStore>();
        services.AddSingleton<IDossierBook, DossierBook>();
        return services;
    }
}
