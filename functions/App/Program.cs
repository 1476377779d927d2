using LearningSociety.App.Intake;
using LearningSociety.App.Notifications;
using LearningSociety.App.Processing;
using LearningSociety.App.Records;
using LearningSociety.App.Registers;
using LearningSociety.App.Settings;
using LearningSociety.App.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();

var reading = SettingsReader.Read(builder.Configuration);
if (reading.Settings is null)
{
    foreach (var fault in reading.Faults)
        Console.Error.WriteLine(fault);
    return 1;
}

builder.Services
    .AddSettings(reading.Settings)
    .AddStorage()
    .AddRegisters()
    .AddRecords()
    .AddIntake()
    .AddProcessing()
    .AddNotifications();
builder.Build().Run();
return Environment.ExitCode;
