using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.App.Registers;

/// <summary>Registers the registers of offices, readers and administrative units.</summary>
public static class RegisterServices
{
    /// <summary>Adds the registers.</summary>
    public static IServiceCollection AddRegisters(this IServiceCollection services)
    {
        services.AddSingleton<IOfficeRegister, OfficeRegister>();
        services.AddSingleton<IReaderRegister, ReaderRegister>();
        services.AddSingleton<IUnitBook, UnitBook>();
        return services;
    }
}
