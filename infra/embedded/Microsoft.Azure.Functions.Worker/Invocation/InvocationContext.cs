using System.Collections;
using System.Diagnostics;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.Embedded.Invocation;

/// <summary>The context of one invocation in this process.</summary>
internal sealed class InvocationContext(FunctionDefinition definition, IServiceProvider services, CancellationToken cancellationToken) : FunctionContext
{
    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => FunctionDefinition.Id;

    public override TraceContext TraceContext { get; } = new ActivityTrace(Activity.Current);

    public override BindingContext BindingContext => new FeatureBindingContext(Features);

    public override RetryContext RetryContext => new FeatureRetryContext(Features.Get<RetryData>());

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition { get; } = definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken { get; } = cancellationToken;

    private sealed class ActivityTrace(Activity? activity) : TraceContext
    {
        public override string TraceParent { get; } = activity?.Id ?? "";

        public override string TraceState { get; } = activity?.TraceStateString ?? "";
    }

    private sealed class FeatureBindingContext(IInvocationFeatures features) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => features.Get<TriggerData>()?.Values ?? Nothing;
    }

    private sealed class FeatureRetryContext(RetryData? data) : RetryContext
    {
        public override int RetryCount { get; } = data?.RetryCount ?? 0;

        public override int MaxRetryCount { get; } = data?.MaxRetryCount ?? 0;
    }

    private sealed class InvocationFeatures : IInvocationFeatures
    {
        private readonly Dictionary<Type, object> _features = [];

        public void Set<T>(T instance)
        {
            if (instance is null) _features.Remove(typeof(T));
            else _features[typeof(T)] = instance;
        }

        public T? Get<T>() => _features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

        public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _features.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
