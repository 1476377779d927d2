using System.Reflection;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.Embedded.Invocation;

/// <summary>Gives every parameter of a function its value.</summary>
internal sealed class ParameterBinding(IEnumerable<IParameterBinder> binders, IEnumerable<IAsyncParameterBinder> asyncBinders, ValueConversion conversion)
{
    private readonly IParameterBinder[] _binders = [.. binders];
    private readonly IAsyncParameterBinder[] _asyncBinders = [.. asyncBinders];

    public async ValueTask<object?[]> Bind(FunctionDescriptor function, object? triggerValue, FunctionContext context)
    {
        var parameters = function.Method.GetParameters();
        var values = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
            values[i] = await Bind(parameters[i], function, triggerValue, context);
        return values;
    }

    private async ValueTask<object?> Bind(ParameterInfo parameter, FunctionDescriptor function, object? triggerValue, FunctionContext context)
    {
        if (parameter.Position == function.Trigger.Position) return conversion.Convert(triggerValue, parameter, function.Name);
        if (parameter.ParameterType == typeof(FunctionContext)) return context;
        if (parameter.ParameterType == typeof(CancellationToken)) return context.CancellationToken;
        foreach (var binder in _binders)
            if (binder.TryBind(parameter, context, out var bound)) return bound;
        foreach (var binder in _asyncBinders)
            if (binder.CanBind(parameter, context)) return await binder.BindAsync(parameter, context);

        var data = context.BindingContext.BindingData;
        if (data.TryGetValue(parameter.Name!, out var value)) return conversion.Convert(value, parameter, function.Name);
        if (parameter.HasDefaultValue) return parameter.DefaultValue;
        // As in the real worker, a name that the trigger does not know is the type's default.
        return ValueConversion.IsSimple(parameter.ParameterType)
            ? ValueConversion.DefaultOf(parameter.ParameterType)
            : throw new InvalidOperationException($"Function {function.Name}: nothing binds the parameter \"{parameter.Name}\" of type {parameter.ParameterType.Name}. A service belongs in the constructor.");
    }
}
