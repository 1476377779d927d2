using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LearningSociety.App.Settings;

/// <summary>Registers what every capability needs: settings, the clock, the catalogue.</summary>
public static class SettingsServices
{
    /// <summary>Adds checked settings, the system's clock (unless another is there) and the catalogue.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services, AppSettings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }
}
