namespace Microsoft.Azure.Functions.Worker;

/// <summary>The result of an invocation; middleware may look at it after the function and replace it.</summary>
public sealed class InvocationResult
{
    private readonly FunctionContext _context;

    internal InvocationResult(FunctionContext context) => _context = context;

    /// <summary>What the function returned (null for void and Task), or what middleware set instead.</summary>
    public object? Value
    {
        get => _context.Features.Get<ResultSlot>()?.Value;
        set => ResultSlot.Of(_context).Value = value;
    }
}

/// <summary>Where the result of an invocation is kept while it runs.</summary>
internal sealed class ResultSlot
{
    public object? Value { get; set; }

    public static ResultSlot Of(FunctionContext context)
    {
        if (context.Features.Get<ResultSlot>() is { } slot) return slot;
        slot = new ResultSlot();
        context.Features.Set(slot);
        return slot;
    }
}
