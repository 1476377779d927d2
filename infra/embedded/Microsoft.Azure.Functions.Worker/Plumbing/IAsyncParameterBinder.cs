using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.Embedded.Plumbing;

/// <summary>Binds parameters whose value takes I/O, such as a request's body. Extensions register theirs as services.</summary>
public interface IAsyncParameterBinder
{
    /// <summary>Whether this binder binds the parameter.</summary>
    bool CanBind(ParameterInfo parameter, FunctionContext context);

    /// <summary>The parameter's value.</summary>
    ValueTask<object?> BindAsync(ParameterInfo parameter, FunctionContext context);
}
