using LearningSociety.App.Access;
using LearningSociety.App.Web.Answers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace LearningSociety.App.Web.Pages;

/// <summary>Checks the token that every form carries.</summary>
public sealed class FormTokens(IAntiforgery antiforgery)
{
    /// <summary>What is said when the token is missing or not ours.</summary>
    public static Problem Refusal { get; } = new(
        400, "form-token", "Biểu mẫu đã hết hiệu lực", "Trang này mở đã lâu hoặc trình duyệt chặn cookie. Mở lại trang rồi gửi lại.");

    /// <summary>Checks a form that can be read as a whole.</summary>
    public Task<bool> HoldsAsync(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return antiforgery.IsRequestValidAsync(request.HttpContext);
    }

    /// <summary>Checks a form that is streamed: its token was read from the first field, and is handed over as a header so that nobody reads the body.</summary>
    public Task<bool> HoldsAsync(HttpRequest request, string? token)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrEmpty(token)) return Task.FromResult(false);
        request.Headers[AccessServices.FormTokenHeader] = token;
        return antiforgery.IsRequestValidAsync(request.HttpContext);
    }
}
