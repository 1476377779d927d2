using System.Reflection;
using LearningSociety.Embedded.Plumbing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.Embedded.Http;

/// <summary>Binds HttpRequest and HttpContext wherever they stand among the parameters.</summary>
internal sealed class RequestBinder : IParameterBinder
{
    public bool TryBind(ParameterInfo parameter, FunctionContext context, out object? value)
    {
        var http = context.GetHttpContext();
        value = parameter.ParameterType == typeof(HttpRequest) ? http?.Request
            : parameter.ParameterType == typeof(HttpContext) ? http
            : null;
        return value is not null;
    }
}
