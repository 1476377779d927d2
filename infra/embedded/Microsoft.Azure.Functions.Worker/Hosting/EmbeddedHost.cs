using System.Net.Sockets;
using LearningSociety.Embedded.Plumbing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LearningSociety.Embedded.Hosting;

/// <summary>The host of the app in this process: functions are checked and addresses probed before anything starts.</summary>
internal sealed class EmbeddedHost(WebApplication app, StartOutcome outcome) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            if (outcome.Refusal is { } unreadable) throw new HostRefusedException(unreadable);
            var catalog = Services.GetRequiredService<IFunctionCatalog>();
            foreach (var check in Services.GetServices<IStartupCheck>()) check.Check(catalog);
            if (Services.GetService<IHttpFront>() is { } front)
            {
                front.Configure(app);
                ListeningAddress.CheckFree(app.Configuration);
            }

            await app.StartAsync(cancellationToken);
        }
        catch (HostRefusedException e)
        {
            Refuse(e);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            Refuse(ListeningAddress.Refused(app.Configuration["urls"] ?? "", SocketError.AddressAlreadyInUse));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => app.StopAsync(cancellationToken);

    public void Dispose() => ((IDisposable)app).Dispose();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    // Run() waits for the lifetime to end, so ending it here ends the process with the status set and no stack trace.
    private void Refuse(HostRefusedException refused)
    {
        outcome.Refusal = refused.Message;
        Console.Error.WriteLine(refused.Message);
        Environment.ExitCode = 1;
        Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
    }
}
