using System.Reflection;
using Microsoft.AspNetCore.Builder;

namespace LearningSociety.Embedded.Plumbing;

/// <summary>
/// Where functions are looked for: all public types of these assemblies, and these types. Registered as a service it
/// replaces the default, which is the entry assembly and what it references.
/// </summary>
public sealed record FunctionSources(IReadOnlyList<Assembly> Assemblies, IReadOnlyList<Type> Types)
{
    /// <summary>The functions of these types alone.</summary>
    public static FunctionSources Of(params Type[] types) => new([], types);
}

/// <summary>Puts HTTP functions behind the web server; without one registered the host opens no port.</summary>
public interface IHttpFront
{
    /// <summary>Adds what answers requests.</summary>
    /// <exception cref="HostRefusedException">A function cannot be served as it is written.</exception>
    void Configure(WebApplication app);
}

/// <summary>Looks at the functions before anything starts; extensions register theirs as services.</summary>
public interface IStartupCheck
{
    /// <summary>Refuses functions that would fail, or behave otherwise than under the real host, when they run.</summary>
    /// <exception cref="HostRefusedException">A function cannot run as it is written.</exception>
    void Check(IFunctionCatalog functions);
}

/// <summary>Set by a trigger as a feature of the context: what parameters may be bound to by name.</summary>
/// <param name="Values">Values by name, case-insensitive.</param>
public sealed record TriggerData(IReadOnlyDictionary<string, object?> Values);

/// <summary>Set by a trigger as a feature of the context where it retries.</summary>
/// <param name="RetryCount">0 the first time.</param>
/// <param name="MaxRetryCount">How often at most.</param>
public sealed record RetryData(int RetryCount, int MaxRetryCount);

/// <summary>Why the host refused to start, for whoever started it; null when it did not.</summary>
public sealed class StartOutcome
{
    /// <summary>The sentence that was printed.</summary>
    public string? Refusal { get; internal set; }
}
