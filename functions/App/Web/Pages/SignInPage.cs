using LearningSociety.App.Access;
using LearningSociety.App.Settings;
using LearningSociety.App.Web.Answers;
using LearningSociety.App.Web.Markup;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LearningSociety.App.Web.Pages;

/// <summary>Turns a key into a session, and ends the session.</summary>
public sealed class SignInPage(PageFrame frame, FormTokens tokens, Gatekeeper gatekeeper, SessionBook sessions, AttemptCounter attempts, TimeProvider clock, AppSettings settings)
{
    /// <summary>Shows the form.</summary>
    [Function("SignIn"), AllowAnyone]
    public IActionResult Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sign-in")] HttpRequest request) =>
        request.FindCaller() is null ? Form(request, request.Query["return"], null, 200) : Answer.SeeOther(Local(request.Query["return"]));

    /// <summary>Checks the key and opens a session.</summary>
    [Function("SignInForm"), AllowAnyone]
    public async Task<IActionResult> SignInAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in")] HttpRequest request)
    {
        if (!request.HasFormContentType || !await tokens.HoldsAsync(request)) return frame.Refuse(request, FormTokens.Refusal);
        var stop = request.HttpContext.RequestAborted;
        var form = await request.ReadFormAsync(stop);
        var (shown, back) = (form["key"].ToString(), form["return"].ToString());

        var address = request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        var keyId = AccessKey.TryParse(shown)?.Id;
        var wait = await attempts.TakeAsync("address", address, AttemptCounter.MostPerAddress, stop);
        if (wait is null && keyId is not null) wait = await attempts.TakeAsync("key", keyId, AttemptCounter.MostPerKey, stop);
        if (wait is { } left)
        {
            request.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(left.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Form(request, back, $"Đã thử quá nhiều lần. Thử lại sau {Math.Max(1, (int)Math.Ceiling(left.TotalMinutes))} phút.", 429);
        }

        var (record, refusal) = await gatekeeper.CheckAsync(shown, stop);
        if (record is null)
        {
            return Form(request, back, refusal switch
            {
                KeyRefusal.Expired => "Khóa truy cập đã hết hạn. Xin quản trị viên cấp khóa mới.",
                KeyRefusal.Revoked => "Khóa truy cập đã bị thu hồi. Xin quản trị viên cấp khóa mới.",
                _ => "Khóa truy cập không đúng. Sao chép lại toàn bộ khóa, bắt đầu bằng “ls_”.",
            }, 401);
        }

        await attempts.ForgetAsync("key", record.Id, stop);
        await attempts.ForgetAsync("address", address, stop);
        var (token, expires) = await sessions.OpenAsync(record, stop);
        request.HttpContext.Response.Cookies.Append(Gatekeeper.Cookie, token, CookieFor(request, expires));
        return Answer.SeeOther(Local(back));
    }

    /// <summary>Closes the session.</summary>
    [Function("SignOut"), AllowRoles(Role.Office, Role.Reviewer, Role.Province, Role.Administrator)]
    public async Task<IActionResult> SignOutAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-out")] HttpRequest request)
    {
        if (!request.HasFormContentType || !await tokens.HoldsAsync(request)) return frame.Refuse(request, FormTokens.Refusal);
        if (request.Cookies[Gatekeeper.Cookie] is { } token) await sessions.CloseAsync(token, request.HttpContext.RequestAborted);
        request.HttpContext.Response.Cookies.Delete(Gatekeeper.Cookie, CookieFor(request, clock.GetUtcNow()));
        return Answer.SeeOther(settings.Access.EntraId ? "/.auth/logout?post_logout_redirect_uri=/sign-in" : "/sign-in");
    }

    private Answer Form(HttpRequest request, string? back, string? fault, int status) => Answer.Page(frame.Render(request, "Đăng nhập", Html.Of($"""
        <section class="card narrow">
        <h1>Đăng nhập</h1>
        <p>Dán khóa truy cập mà quản trị viên đã cấp cho đơn vị của bạn.</p>
        {Html.When(fault is not null, () => Html.Of($"""<p class="note bad" role="alert">{fault}</p>"""))}
        <form method="post" action="/sign-in" class="stack">
        {frame.FormToken(request)}
        <input type="hidden" name="return" value="{Local(back)}">
        <label for="key">Khóa truy cập</label>
        <input id="key" name="key" type="password" autocomplete="current-password" autocapitalize="off" spellcheck="false" required placeholder="ls_…">
        <button class="button">Đăng nhập</button>
        </form>
        {Html.When(settings.Access.EntraId, () => Html.Of($"""<p><a href="/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(Local(back))}">Đăng nhập bằng tài khoản Microsoft của cơ quan</a></p>"""))}
        </section>
        """)), status);

    private static CookieOptions CookieFor(HttpRequest request, DateTimeOffset expires) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
        Path = "/",
        Expires = expires,
        IsEssential = true,
    };

    // Only a path of our own: "//host" and "/\host" lead elsewhere.
    private static string Local(string? path) =>
        path is { Length: > 0 and < 500 } && path[0] == '/' && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl) ? path : "/";
}
