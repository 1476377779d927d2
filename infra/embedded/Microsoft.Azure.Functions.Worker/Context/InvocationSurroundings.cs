namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger knows about the invocation.</summary>
public abstract class BindingContext
{
    /// <summary>Values by name (case-insensitive): route values, tokens of a blob's path, metadata.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}

/// <summary>The W3C trace context of an invocation.</summary>
public abstract class TraceContext
{
    /// <summary>The traceparent header's value; empty without a trace.</summary>
    public abstract string TraceParent { get; }

    /// <summary>The tracestate header's value; empty without one.</summary>
    public abstract string TraceState { get; }
}

/// <summary>Which attempt of the same trigger value this is.</summary>
public abstract class RetryContext
{
    /// <summary>How often it was retried: 0 the first time.</summary>
    public abstract int RetryCount { get; }

    /// <summary>How often it is retried at most; 0 where the host does not retry.</summary>
    public abstract int MaxRetryCount { get; }
}

/// <summary>Features of an invocation, one instance a type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Sets the instance for <typeparamref name="T"/>.</summary>
    void Set<T>(T instance);

    /// <summary>The instance for <typeparamref name="T"/>, or null.</summary>
    T? Get<T>();
}
