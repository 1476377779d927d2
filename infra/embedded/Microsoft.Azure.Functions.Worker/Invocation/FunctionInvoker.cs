using System.Collections.Concurrent;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.Embedded.Invocation;

/// <summary>
/// Runs one invocation. It awaits on the caller's synchronization context throughout: orchestrator code must stay on
/// the single thread that its engine installs.
/// </summary>
internal sealed class FunctionInvoker : IFunctionInvoker
{
    private readonly IServiceScopeFactory _scopes;
    private readonly ParameterBinding _parameters;
    private readonly FunctionExecutionDelegate _pipeline;
    private readonly ConcurrentDictionary<FunctionDescriptor, DescribedFunction> _definitions = new();

    public FunctionInvoker(IServiceScopeFactory scopes, ParameterBinding parameters, FunctionPipeline pipeline)
    {
        _scopes = scopes;
        _parameters = parameters;
        _pipeline = pipeline.Around(RunMethod);
    }

    public async Task<object?> InvokeAsync(FunctionDescriptor function, object? triggerValue, Action<FunctionContext>? configure, CancellationToken cancellationToken)
    {
        var scope = _scopes.CreateAsyncScope();
        await using (scope)
        {
            var definition = _definitions.GetOrAdd(function, static f => new DescribedFunction(f));
            var context = new InvocationContext(definition, scope.ServiceProvider, cancellationToken);
            context.Features.Set(new Invocation(function, triggerValue));
            configure?.Invoke(context);
            await _pipeline(context);
            return context.GetInvocationResult().Value;
        }
    }

    private async Task RunMethod(FunctionContext context)
    {
        var (function, triggerValue) = context.Features.Get<Invocation>()!;
        var call = MethodCall.For(function.Method);
        var arguments = await _parameters.Bind(function, triggerValue, context);
        context.GetInvocationResult().Value = await call.Run(context.InstanceServices, arguments);
    }

    private sealed record Invocation(FunctionDescriptor Function, object? TriggerValue);
}
