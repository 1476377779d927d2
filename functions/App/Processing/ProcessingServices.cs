using LearningSociety.App.Pdf.Signatures;
using LearningSociety.App.Processing.Layouts;
using LearningSociety.App.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningSociety.App.Processing;

/// <summary>Registers what processing needs.</summary>
public static class ProcessingServices
{
    /// <summary>Adds engines, roots and the starter of revisions.</summary>
    public static IServiceCollection AddProcessing(this IServiceCollection services)
    {
        services.AddSingleton<LayoutEngines>();
        services.AddSingleton<PinnedCatalogue>();
        services.AddSingleton<RevisionStarter>();
        services.AddSingleton<RevisionReading>();
        services.AddSingleton<SecretFiles>();
        services.AddSingleton(provider =>
        {
            var roots = TrustedRoots.Load(provider.GetRequiredService<AppSettings>().TrustedRoots);
            foreach (var file in roots.Unreadable)
                provider.GetRequiredService<ILogger<TrustedRoots>>().LogWarning("Trusted roots: {File} holds no certificate that can be read.", file);
            return roots;
        });
        return services;
    }
}
