using System.Reflection;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LearningSociety.Embedded.Durable.Hosting;

/// <summary>Binds [DurableClient] parameters, and an orchestrator's second parameter to its input.</summary>
internal sealed class DurableParameters(DurableTaskClient client) : IParameterBinder
{
    private static readonly MethodInfo GetInput = typeof(TaskOrchestrationContext).GetMethod(nameof(TaskOrchestrationContext.GetInput))!;

    public bool TryBind(ParameterInfo parameter, FunctionContext context, out object? value)
    {
        value = null;
        if (parameter.IsDefined(typeof(DurableClientAttribute)))
        {
            value = client;
            return true;
        }

        if (!context.Items.TryGetValue(typeof(TaskOrchestrationContext), out var found) || parameter.IsDefined(typeof(BindingAttribute), inherit: true))
            return false;
        value = GetInput.MakeGenericMethod(parameter.ParameterType).Invoke(found, BindingFlags.DoNotWrapExceptions, null, null, null)
            ?? (parameter.HasDefaultValue ? parameter.DefaultValue : null);
        return true;
    }
}
