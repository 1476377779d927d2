using LearningSociety.Domain.Catalogues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LearningSociety.App.Settings;

/// <summary>Registers what every capability needs: settings, the clock, the catalogue.</summary>
public static class SettingsServices
{
    /// <summary>Adds checked settings, the system's clock (unless another is there) and the catalogue.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services, AppSettings settings, Catalogue catalogue)
    {
        services.AddSingleton(settings);
        services.AddSingleton(catalogue);
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }
}
