using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.App.Intake;

/// <summary>Registers the services of this capability.</summary>
public static class IntakeServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddIntake(this IServiceCollection services) => services;
}
