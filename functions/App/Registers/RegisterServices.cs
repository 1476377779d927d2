using LearningSociety.App.Registers.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.App.Registers;

/// <summary>Registers the registers of offices, readers and administrative units.</summary>
public static class RegisterServices
{
    /// <summary>Adds the registers.</summary>
    public static IServiceCollection AddRegisters(this IServiceCollection services)
    {
        services.AddSingleton<OfficeRegister>();
        services.AddSingleton<IOfficeRegister>(provider => provider.GetRequiredService<OfficeRegister>());
        services.AddHostedService<UnfinishedImport>();
        services.AddSingleton<IReaderRegister, ReaderRegister>();
        services.AddSingleton<IUnitBook, UnitBook>();
        return services.AddImports();
    }

    /// <summary>Adds what is imported beside them, and the imports.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton<MeasureBook>();
        services.AddSingleton<RecognitionBook>();
        services.AddSingleton<ReceiptBook>();
        services.AddSingleton<IRegisterImport, UnitImport>();
        services.AddSingleton<IRegisterImport, OfficeImport>();
        services.AddSingleton<IRegisterImport, MeasureImport>();
        services.AddSingleton<IRegisterImport, RecognitionImport>();
        services.AddSingleton<IRegisterImport, ReceiptImport>();
        services.AddSingleton<RegisterImports>();
        return services;
    }
}
