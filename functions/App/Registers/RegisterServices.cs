using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.App.Registers;

/// <summary>Registers the registers of offices and readers.</summary>
public static class RegisterServices
{
    /// <summary>Adds both registers.</summary>
    public static IServiceCollection AddRegisters(this IServiceCollection services)
    {
        services.AddSingleton<IOfficeRegister, OfficeRegister>();
        services.AddSingleton<IReaderRegister, ReaderRegister>();
        return services;
    }
}
