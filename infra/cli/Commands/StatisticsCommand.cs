using System.CommandLine;
using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using LearningSociety.App.Records;
using LearningSociety.App.Registers;
using LearningSociety.App.Statistics;
using LearningSociety.App.Storage;
using LearningSociety.Cli.Stack;
using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.Cli.Commands;

/// <summary>`statistics rebuild`: makes statistics anew from the reports, while the app may go on.</summary>
internal static class StatisticsCommand
{
    public static Command Create(Repository repository, PlaceOptions where)
    {
        var province = new Option<string?>("--province") { Description = "Code of the province; all without it." };
        var year = new Option<int?>("--year") { Description = "Year of the dossiers; all without it." };
        var rebuild = new Command("rebuild", Texts.Rebuild) { province, year };
        rebuild.SetAction(async (parsed, cancellationToken) =>
        {
            await RegisterCommands.OnStorageAsync(repository, where.Read(parsed), async options =>
            {
                await using var services = ServicesOf(options);
                var outcome = await services.GetRequiredService<StatisticsRebuild>().RunAsync(parsed.GetValue(province), parsed.GetValue(year), cancellationToken);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{outcome.Dossiers} dossiers looked at; {outcome.Facts} facts and {outcome.RollUps} roll-ups were not right and are now."));
            }, cancellationToken);
            return 0;
        });
        return new("statistics", Texts.Statistics) { rebuild };
    }

    /// <summary>The registers and statistics over a storage.</summary>
    internal static ServiceProvider ServicesOf(StackOptions options) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(ShippedCatalogue.Load())
        .AddSingleton(new BlobServiceClient(options.StorageConnection))
        .AddSingleton(new TableServiceClient(options.StorageConnection))
        .AddSingleton<StoragePlaces>()
        .AddSingleton<JsonBlobs>()
        .AddRegisters().AddRecords().AddStatistics()
        .BuildServiceProvider();
}
