using LearningSociety.App.Access;
using LearningSociety.App.Intake;
using LearningSociety.App.Notifications;
using LearningSociety.App.Processing;
using LearningSociety.App.Records;
using LearningSociety.App.Registers;
using LearningSociety.App.Review;
using LearningSociety.App.Settings;
using LearningSociety.App.Statistics;
using LearningSociety.App.Storage;
using LearningSociety.Catalog;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseAccess();

var reading = SettingsReader.Read(builder.Configuration);
var schemes = CatalogueLoader.Load();
if (reading.Settings is null || schemes.Catalogue is null)
{
    foreach (var fault in reading.Faults.Concat(schemes.Problems.Select(problem => problem.ToString())))
        Console.Error.WriteLine(fault);
    return 1;
}

builder.Services
    .AddSettings(reading.Settings, schemes.Catalogue)
    .AddStorage()
    .AddRegisters()
    .AddRecords()
    .AddIntake()
    .AddProcessing()
    .AddNotifications()
    .AddAccess()
    .AddReview()
    .AddStatistics();
builder.Build().Run();
return Environment.ExitCode;
