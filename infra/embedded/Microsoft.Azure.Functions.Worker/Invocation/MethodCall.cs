using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.Embedded.Invocation;

/// <summary>Calls a function's method on an instance made by the services, and awaits what it returns.</summary>
internal sealed class MethodCall
{
    private static readonly ConcurrentDictionary<MethodInfo, MethodCall> Calls = new();

    private readonly MethodInfo _method;
    private readonly ObjectFactory? _factory;
    private readonly Func<object, Task<object?>>? _await;

    private MethodCall(MethodInfo method)
    {
        _method = method;
        _factory = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, Type.EmptyTypes);
        _await = AwaiterOf(method.ReturnType);
    }

    public static MethodCall For(MethodInfo method) => Calls.GetOrAdd(method, static m => new MethodCall(m));

    public async Task<object?> Run(IServiceProvider services, object?[] arguments)
    {
        var instance = _factory?.Invoke(services, null);
        try
        {
            var returned = _method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            return returned is null || _await is null ? returned : await _await(returned);
        }
        finally
        {
            if (instance is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
            else (instance as IDisposable)?.Dispose();
        }
    }

    private static Func<object, Task<object?>>? AwaiterOf(Type type)
    {
        if (type == typeof(Task)) return static async o => { await (Task)o; return null; };
        if (type == typeof(ValueTask)) return static async o => { await (ValueTask)o; return null; };
        if (!type.IsGenericType) return null;
        var name = type.GetGenericTypeDefinition() switch
        {
            var t when t == typeof(Task<>) => nameof(AwaitTask),
            var t when t == typeof(ValueTask<>) => nameof(AwaitValueTask),
            _ => null,
        };
        return name is null ? null : typeof(MethodCall).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.GetGenericArguments()).CreateDelegate<Func<object, Task<object?>>>();
    }

    private static async Task<object?> AwaitTask<T>(object task) => await (Task<T>)task;

    private static async Task<object?> AwaitValueTask<T>(object task) => await (ValueTask<T>)task;
}
