using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace LearningSociety.Embedded.Invocation;

/// <summary>Finds the functions of the app and refuses what the real tooling would refuse to build.</summary>
internal sealed partial class FunctionCatalog : IFunctionCatalog
{
    public FunctionCatalog(FunctionSources sources)
    {
        var found = new Dictionary<string, FunctionDescriptor>(StringComparer.OrdinalIgnoreCase);
        var types = sources.Assemblies.SelectMany(a => a.GetTypes()).Concat(sources.Types).Distinct();
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (var method in types.SelectMany(t => t.GetMethods(All)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } attribute) continue;
            var function = Describe(attribute.Name, method);
            if (!found.TryAdd(function.Name, function))
                throw new HostRefusedException($"Two functions are named {function.Name}: {Where(found[function.Name].Method)} and {Where(method)}. Give one of them another name.");
        }

        Functions = found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyDictionary<string, FunctionDescriptor> Functions { get; }

    private static FunctionDescriptor Describe(string name, MethodInfo method)
    {
        if (name is null || !Name().IsMatch(name))
            throw new HostRefusedException($"{Where(method)}: \"{name}\" is not a function name. It begins with a letter; letters, digits, - and _ follow, at most 128.");
        if (!method.IsPublic || !method.DeclaringType!.IsVisible)
            throw new HostRefusedException($"Function {name} ({Where(method)}) is not public. Make the method and its class public.");
        if (method.IsGenericMethodDefinition || method.DeclaringType.ContainsGenericParameters)
            throw new HostRefusedException($"Function {name} ({Where(method)}) is generic, which a function cannot be.");
        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
            throw new HostRefusedException($"Function {name} ({Where(method)}) is async void: nobody could await it. Return Task.");

        var triggers = method.GetParameters()
            .Select(p => (Parameter: p, Attribute: p.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(p => p.Attribute is not null)
            .ToList();
        return triggers.Count == 1
            ? new FunctionDescriptor(name, method, triggers[0].Parameter, triggers[0].Attribute!)
            : throw new HostRefusedException($"Function {name} ({Where(method)}) has {triggers.Count} triggers; a function has exactly one.");
    }

    private static string Where(MethodInfo method) => $"{method.DeclaringType?.FullName}.{method.Name}";

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex Name();
}
