using System.Reflection;

namespace LearningSociety.Embedded.Invocation;

/// <summary>The assemblies of the app: the entry assembly and, of what it references, those that know the worker.</summary>
internal static class AppAssemblies
{
    private static readonly string Worker = typeof(AppAssemblies).Assembly.GetName().Name!;

    public static IReadOnlyList<Assembly> Find(Assembly entry)
    {
        var seen = new Dictionary<string, Assembly> { [entry.FullName!] = entry };
        var waiting = new Queue<Assembly>([entry]);
        while (waiting.TryDequeue(out var assembly))
        {
            foreach (var name in assembly.GetReferencedAssemblies().Where(n => !IsFramework(n) && !seen.ContainsKey(n.FullName)))
            {
                // A reference that is absent at run time cannot hold functions of a running app.
                if (Load(name) is not { } referenced) continue;
                seen[name.FullName] = referenced;
                waiting.Enqueue(referenced);
            }
        }

        return [.. seen.Values.Distinct().Where(KnowsTheWorker)];
    }

    private static bool KnowsTheWorker(Assembly assembly) =>
        assembly.GetName().Name == Worker || assembly.GetReferencedAssemblies().Any(n => n.Name == Worker);

    private static bool IsFramework(AssemblyName name) =>
        name.Name is null or "mscorlib" or "netstandard" || name.Name.StartsWith("System.", StringComparison.Ordinal)
        || name.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.Name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);

    private static Assembly? Load(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            return null;
        }
    }
}
