namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>Binds the parameter to the request's body, read as JSON.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromBodyAttribute : Attribute;
