using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Tests.Access;

/// <summary>An HTTP function whose author forgot to say who may call it.</summary>
public sealed class SilentFunction
{
    [Function("Silent")]
    public IActionResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/silent")] HttpRequest request) => new OkObjectResult("secret");
}
