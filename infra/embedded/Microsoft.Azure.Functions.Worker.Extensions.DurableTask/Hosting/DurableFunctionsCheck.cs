using Azure.Data.Tables;
using LearningSociety.Embedded.Durable.Engine;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LearningSociety.Embedded.Durable.Hosting;

/// <summary>Refuses durable functions that could not run, before anything starts.</summary>
internal sealed class DurableFunctionsCheck(DurableSettings settings) : IStartupCheck
{
    public void Check(IFunctionCatalog functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        var usesStore = false;
        foreach (var function in functions.Functions.Values)
        {
            var parameters = function.Method.GetParameters();
            var client = parameters.FirstOrDefault(p => p.IsDefined(typeof(DurableClientAttribute), false));
            if (client is not null && client.ParameterType != typeof(DurableTaskClient))
                throw new HostRefusedException($"Function {function.Name}: the parameter \"{client.Name}\" is marked [DurableClient] and must be a DurableTaskClient.");
            if (function.TriggerAttribute is OrchestrationTriggerAttribute && function.Trigger.ParameterType != typeof(TaskOrchestrationContext))
                throw new HostRefusedException($"Function {function.Name}: the parameter \"{function.Trigger.Name}\" is marked [OrchestrationTrigger] and must be a TaskOrchestrationContext.");
            usesStore |= client is not null || function.TriggerAttribute is OrchestrationTriggerAttribute or ActivityTriggerAttribute;
        }

        if (!usesStore)
            return;
        if (string.IsNullOrWhiteSpace(settings.Connection))
            throw new HostRefusedException("Durable functions need a storage account. Set AzureWebJobsStorage to its connection string.");
        try
        {
            _ = new TableClient(settings.Connection, settings.Table);
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new HostRefusedException($"The setting AzureWebJobsStorage is not the connection string of a storage account with tables: {unreadable.Message}");
        }
    }
}
