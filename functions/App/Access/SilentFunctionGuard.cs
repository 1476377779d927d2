using Microsoft.Extensions.Hosting;

namespace LearningSociety.App.Access;

/// <summary>Keeps the app from starting with an HTTP function that does not say who may call it.</summary>
internal sealed class SilentFunctionGuard(FunctionRoles roles) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var silent = string.Join(", ", roles.Silent);
        return silent.Length == 0
            ? Task.CompletedTask
            : throw new InvalidOperationException($"These HTTP functions name no role: {silent}. Mark each with AllowRoles or AllowAnyone.");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
