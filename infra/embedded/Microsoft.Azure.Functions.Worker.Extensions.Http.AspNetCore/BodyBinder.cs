using System.Reflection;
using System.Text.Json;
using LearningSociety.Embedded.Plumbing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace LearningSociety.Embedded.Http;

/// <summary>Binds a parameter marked [FromBody] to the request's body, read as JSON.</summary>
internal sealed class BodyBinder(IOptions<JsonSerializerOptions> json) : IAsyncParameterBinder
{
    public bool CanBind(ParameterInfo parameter, FunctionContext context) =>
        parameter.IsDefined(typeof(Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute)) && context.GetHttpContext() is not null;

    public async ValueTask<object?> BindAsync(ParameterInfo parameter, FunctionContext context)
    {
        var request = context.GetHttpContext()!.Request;
        if (parameter.ParameterType == typeof(string))
        {
            using var reader = new StreamReader(request.Body);
            return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        }

        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, parameter.ParameterType, json.Value, request.HttpContext.RequestAborted);
        }
        catch (JsonException e)
        {
            throw new BadHttpRequestException($"The body cannot be read as JSON: {e.Message}", StatusCodes.Status400BadRequest, e);
        }
    }
}
