using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.App.Processing;

/// <summary>Registers the services of this capability.</summary>
public static class ProcessingServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddProcessing(this IServiceCollection services) => services;
}
