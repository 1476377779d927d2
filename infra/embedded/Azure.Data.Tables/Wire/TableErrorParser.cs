using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Reads code and message out of the service's error body, <c>{"odata.error": {"code", "message": {"value"}}}</c>.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public static TableErrorParser Instance { get; } = new();

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        error = null;
        data = null;
        if (response.ContentStream is not { CanSeek: true, Length: > 0 } stream)
            return false;

        try
        {
            stream.Position = 0;
            using var document = JsonDocument.Parse(stream);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("odata.error", out var body))
                return false;

            var code = body.TryGetProperty("code", out var codeText) ? codeText.GetString() : null;
            error = new ResponseError(code, Message(body));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
        finally
        {
            stream.Position = 0;
        }
    }

    private static string? Message(JsonElement body)
    {
        if (!body.TryGetProperty("message", out var message))
            return null;
        if (message.ValueKind == JsonValueKind.String)
            return message.GetString();
        return message.ValueKind == JsonValueKind.Object && message.TryGetProperty("value", out var value) ? value.GetString() : null;
    }
}
