using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.App.Records;

/// <summary>Registers the services of this capability.</summary>
public static class RecordServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddRecords(this IServiceCollection services) => services;
}
