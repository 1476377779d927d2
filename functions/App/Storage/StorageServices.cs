using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using LearningSociety.App.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.App.Storage;

/// <summary>Registers the clients of Blob and Table Storage.</summary>
public static class StorageServices
{
    /// <summary>Adds the clients and what makes containers and tables at start.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var storage = provider.GetRequiredService<AppSettings>().Storage;
            return storage.ConnectionString is { } connection
                ? new BlobServiceClient(connection)
                : new BlobServiceClient(storage.BlobServiceUri, new DefaultAzureCredential());
        });
        services.AddSingleton(provider =>
        {
            var storage = provider.GetRequiredService<AppSettings>().Storage;
            return storage.ConnectionString is { } connection
                ? new TableServiceClient(connection)
                : new TableServiceClient(storage.TableServiceUri!, new DefaultAzureCredential());
        });
        services.AddSingleton<StoragePlaces>();
        services.AddSingleton<JsonBlobs>();
        services.AddSingleton<PendingWork>();
        services.AddHostedService<StoragePreparation>();
        return services;
    }
}
