using LearningSociety.App.Access;
using LearningSociety.App.Web.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Api;

/// <summary>Says that the app answers.</summary>
public sealed class HealthFunction
{
    /// <summary>Answers.</summary>
    [Function("Health"), AllowAnyone]
    public IActionResult Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request) => Answer.Data(new { status = "ok" });
}
