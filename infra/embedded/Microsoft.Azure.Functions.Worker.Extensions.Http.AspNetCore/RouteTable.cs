using LearningSociety.Embedded.Plumbing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using System.Reflection;

namespace LearningSociety.Embedded.Http;

/// <summary>A function and where it answers; no methods means any.</summary>
internal sealed record HttpRoute(FunctionDescriptor Function, RoutePattern Pattern, IReadOnlyList<string>? Methods);

/// <summary>The routes of the app; what the real host would not serve, or would serve otherwise, is refused.</summary>
internal static class RouteTable
{
    private static readonly string[] Reserved = ["admin", "runtime"];

    public static IReadOnlyList<HttpRoute> Of(IFunctionCatalog catalog, string prefix)
    {
        var routes = catalog.Functions.Values
            .Where(f => f.TriggerAttribute is HttpTriggerAttribute)
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => RouteOf(f, prefix.Trim('/')))
            .ToList();
        foreach (var group in routes.GroupBy(r => r.Pattern.RawText, StringComparer.OrdinalIgnoreCase))
            RefuseOverlap([.. group]);
        return routes;
    }

    private static HttpRoute RouteOf(FunctionDescriptor function, string prefix)
    {
        var trigger = (HttpTriggerAttribute)function.TriggerAttribute;
        if (trigger.AuthLevel != AuthorizationLevel.Anonymous)
            throw new HostRefusedException($"Function {function.Name} asks for {nameof(AuthorizationLevel)}.{trigger.AuthLevel}, and the embedded host keeps no host keys. Make it Anonymous and let a middleware of the app decide who may call.");
        CheckSignature(function);

        var route = trigger.Route ?? function.Name;
        if (route.StartsWith('/')) throw new HostRefusedException($"Function {function.Name}: the route \"{route}\" begins with a slash. Leave it out.");
        var path = prefix.Length == 0 ? route : route.Length == 0 ? prefix : $"{prefix}/{route}";
        if (Reserved.Contains(path.Split('/')[0], StringComparer.OrdinalIgnoreCase))
            throw new HostRefusedException($"Function {function.Name}: the route \"{path}\" belongs to the host, which keeps {string.Join("/ and ", Reserved)}/ to itself. Choose another, such as manage/.");
        try
        {
            var methods = trigger.Methods is { Length: > 0 } given ? given.Select(m => m.ToUpperInvariant()).Distinct().ToArray() : null;
            return new HttpRoute(function, RoutePatternFactory.Parse("/" + path), methods);
        }
        catch (RoutePatternException e)
        {
            throw new HostRefusedException($"Function {function.Name}: the route \"{path}\" is not valid: {e.Message}");
        }
    }

    private static void CheckSignature(FunctionDescriptor function)
    {
        var type = function.Method.ReturnType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() is var g && (g == typeof(Task<>) || g == typeof(ValueTask<>))) type = type.GetGenericArguments()[0];
        var ok = type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask) || type == typeof(object)
            || type.IsAssignableTo(typeof(IActionResult)) || type.IsAssignableTo(typeof(IResult));
        // With ASP.NET Core integration the real worker sends no other kind of result: the caller would get an empty 200.
        if (!ok) throw new HostRefusedException($"Function {function.Name} returns {type.Name}, which would not be sent. Return an IActionResult, such as new OkObjectResult(value).");
        if (function.Method.GetParameters().FirstOrDefault(p => p.IsDefined(typeof(Microsoft.AspNetCore.Mvc.FromBodyAttribute))) is { } body)
            throw new HostRefusedException($"Function {function.Name}: the parameter \"{body.Name}\" bears MVC's [FromBody], which the worker does not know. Use the one in Microsoft.Azure.Functions.Worker.Http.");
        if (!function.Trigger.ParameterType.IsAssignableFrom(typeof(HttpRequest)))
            throw new HostRefusedException($"Function {function.Name}: the trigger takes {function.Trigger.ParameterType.Name}; it must take HttpRequest.");
    }

    private static void RefuseOverlap(IReadOnlyList<HttpRoute> same)
    {
        for (var i = 0; i < same.Count; i++)
            for (var j = i + 1; j < same.Count; j++)
                if (same[i].Methods is not { } a || same[j].Methods is not { } b || a.Intersect(b).Any())
                    throw new HostRefusedException($"The functions {same[i].Function.Name} and {same[j].Function.Name} answer the same route \"{same[i].Pattern.RawText}\" for the same method. Change one of them.");
    }
}
