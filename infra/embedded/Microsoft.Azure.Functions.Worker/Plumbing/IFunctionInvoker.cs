using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.Embedded.Plumbing;

/// <summary>A function found in the app: its name, its method and the parameter that bears the trigger attribute.</summary>
public sealed record FunctionDescriptor(string Name, MethodInfo Method, ParameterInfo Trigger, Attribute TriggerAttribute);

/// <summary>The functions of the app, found once at start; duplicate names and methods with two triggers are refused there.</summary>
public interface IFunctionCatalog
{
    /// <summary>All functions by name.</summary>
    IReadOnlyDictionary<string, FunctionDescriptor> Functions { get; }
}

/// <summary>Runs a function: a scope of services, the middleware, the bindings of every parameter, the method.</summary>
public interface IFunctionInvoker
{
    /// <summary>Runs one invocation and gives what the method returned (null for void and Task).</summary>
    /// <param name="function">Which.</param>
    /// <param name="triggerValue">The trigger parameter's value; converted from JSON when it is a JsonElement or a string and the parameter is neither.</param>
    /// <param name="configure">Last touches to the context before the middleware runs (items, features).</param>
    /// <param name="cancellationToken">Cancelled when the host stops.</param>
    Task<object?> InvokeAsync(FunctionDescriptor function, object? triggerValue, Action<FunctionContext>? configure, CancellationToken cancellationToken);
}

/// <summary>Binds parameters other than the trigger, such as one marked [DurableClient]. Extensions register theirs as services.</summary>
public interface IParameterBinder
{
    /// <summary>Binds the parameter, or says false to leave it to others.</summary>
    bool TryBind(ParameterInfo parameter, FunctionContext context, out object? value);
}
