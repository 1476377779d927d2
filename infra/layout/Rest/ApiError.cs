using System.Text.Json.Serialization;
using LearningSociety.Layout.Analysis;
using Microsoft.AspNetCore.Http;

namespace LearningSociety.Layout.Rest;

/// <summary>An error as the Form Recognizer API states it.</summary>
public sealed record ApiError(
    string Code, string Message,
    [property: JsonPropertyName("innererror"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] InnerError? InnerError = null)
{
    /// <summary>An answer with this error.</summary>
    public IResult Answer(int status) => Results.Json(new { error = this }, statusCode: status);

    /// <summary>A request that cannot be understood.</summary>
    public static IResult BadRequest(string innerCode, string message) => new ApiError("InvalidRequest", "Invalid request.", new(innerCode, message)).Answer(400);

    /// <summary>A model, operation or address that is not there.</summary>
    public static IResult NotFound(string innerCode, string message) => new ApiError("NotFound", "Resource not found.", new(innerCode, message)).Answer(404);

    /// <summary>Why an analysis failed: a code of <see cref="FileFaults"/> or "internal".</summary>
    public static ApiError OfFault(string fault) => fault switch
    {
        "internal" => new("InternalServerError", "The analysis failed inside the server. Send the file again.", new("internal", "See the server's log.")),
        FileFaults.NoSuchPages => new("InvalidArgument", FileFaults.Message(fault), new(fault, FileFaults.Message(fault))),
        _ => new("InvalidContent", FileFaults.Message(fault), new(fault, FileFaults.Message(fault))),
    };
}

/// <summary>The closer reason of an error.</summary>
public sealed record InnerError(string Code, string Message);
