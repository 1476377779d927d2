using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Access;

/// <summary>Which HTTP function names which roles. Found once, by reflection, so that the attribute beside the function is all there is to maintain.</summary>
public sealed class FunctionRoles
{
    private readonly FrozenDictionary<string, FunctionRule> _rules;

    private FunctionRoles(FrozenDictionary<string, FunctionRule> rules) => _rules = rules;

    /// <summary>The rules by function name.</summary>
    public IReadOnlyDictionary<string, FunctionRule> Rules => _rules;

    /// <summary>Names of the HTTP functions that say neither roles nor that anyone may call them.</summary>
    public IEnumerable<string> Silent => _rules.Where(rule => rule.Value is { Anyone: false, Roles.Count: 0 }).Select(rule => rule.Key).Order(StringComparer.Ordinal);

    /// <summary>The rule of a function; null for one that is no HTTP function of the app.</summary>
    public FunctionRule? Of(string function) => _rules.GetValueOrDefault(function);

    /// <summary>Reads the functions of an assembly.</summary>
    public static FunctionRoles Read(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var rules =
            from type in assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            let function = method.GetCustomAttribute<FunctionAttribute>()
            where function is not null
            let trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(found => found is not null)
            where trigger is not null
            select (function.Name, Rule: new FunctionRule(
                trigger.Route ?? function.Name,
                [.. trigger.Methods ?? []],
                method.IsDefined(typeof(AllowAnyoneAttribute)),
                method.GetCustomAttribute<AllowRolesAttribute>()?.Roles ?? []));
        return new(rules.ToFrozenDictionary(rule => rule.Name, rule => rule.Rule));
    }
}

/// <summary>Who may call a function.</summary>
/// <param name="Route">Its route.</param>
/// <param name="Methods">Its HTTP methods.</param>
/// <param name="Anyone">True when it is open to anyone.</param>
/// <param name="Roles">The roles named.</param>
public sealed record FunctionRule(string Route, IReadOnlyList<string> Methods, bool Anyone, IReadOnlyList<Role> Roles)
{
    /// <summary>True when the caller may call it.</summary>
    public bool Allows(Caller? caller) => Anyone || (caller is not null && Roles.Contains(caller.Role));
}
