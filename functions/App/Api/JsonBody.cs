using System.Text.Json;
using LearningSociety.App.Web.Answers;
using Microsoft.AspNetCore.Http;

namespace LearningSociety.App.Api;

/// <summary>Reads a small JSON body; what is no JSON is a problem, not an exception.</summary>
internal static class JsonBody
{
    private const int Longest = 64 * 1024;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    internal static async Task<(T? Value, Problem? Problem)> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        var invalid = Problem.Invalid("invalid-json", "Nội dung gửi lên không phải JSON đúng dạng. Kiểm tra dấu ngoặc, dấu phẩy, kiểu dữ liệu và bảng mã UTF-8.");
        if (request.ContentLength > Longest) return (null, invalid);
        try
        {
            var buffer = new byte[Longest + 1];
            var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            var value = length > Longest ? null : JsonSerializer.Deserialize<T>(buffer.AsSpan(0, length), Options);
            return value is null ? (null, invalid) : (value, null);
        }
        catch (JsonException)
        {
            return (null, invalid);
        }
    }
}
