using Microsoft.Extensions.Hosting;

namespace LearningSociety.App.Access;

/// <summary>Keeps the app from starting with an HTTP function that does not say who may call it.</summary>
public sealed class SilentFunctionGuard(FunctionRoles roles) : IHostedService
{
    /// <summary>Refuses to start.</summary>
    /// <exception cref="InvalidOperationException">A function names no role.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var silent = string.Join(", ", roles.Silent);
        return silent.Length == 0
            ? Task.CompletedTask
            : throw new InvalidOperationException($"These HTTP functions name no role: {silent}. Mark each with AllowRoles or AllowAnyone.");
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
