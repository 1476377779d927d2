using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.App.Intake;

/// <summary>Registers the intake.</summary>
public static class IntakeServices
{
    /// <summary>Adds the intake with its stores.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<OriginalStore>();
        services.AddSingleton<ArrivalStore>();
        services.AddSingleton<RevisionStore>();
        services.AddSingleton<RevisionClosing>();
        services.AddSingleton<WakeSignal>();
        services.AddSingleton<QuarantineStore>();
        services.AddSingleton<DossierIntake>();
        services.AddSingleton<IDossierIntake>(provider => provider.GetRequiredService<DossierIntake>());
        services.AddSingleton<IncomingFiles>();
        return services;
    }
}
