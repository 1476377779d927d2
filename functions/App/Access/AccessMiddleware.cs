using System.Security.Claims;
using LearningSociety.App.Settings;
using LearningSociety.App.Web.Answers;
using LearningSociety.App.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace LearningSociety.App.Access;

/// <summary>The one door: finds the caller of every HTTP function and lets in who the function names.</summary>
internal sealed class AccessMiddleware(FunctionRoles roles, Gatekeeper gatekeeper, PageFrame frame, AppSettings settings, ILogger<AccessMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        ForwardedRequest.Apply(http, settings.Access.ForwardedHops);
        var name = context.FunctionDefinition.Name;
        if (roles.Of(name) is not { } rule || rule is { Anyone: false, Roles.Count: 0 })
        {
            logger.LogCritical("HTTP function {Function} names no role and is refused.", name);
            await frame.Refuse(http.Request, Problem.Fault(context.InvocationId)).WriteAsync(http);
            return;
        }

        var (caller, refusal) = await gatekeeper.IdentifyAsync(http.Request, http.RequestAborted);
        if (caller is not null)
        {
            http.Features.Set(caller);
            http.User = PrincipalOf(caller);
        }

        if (Refuse(http.Request, rule, caller, refusal) is { } answer)
        {
            await answer.WriteAsync(http);
            return;
        }

        await next(context);
    }

    private Answer? Refuse(HttpRequest request, FunctionRule rule, Caller? caller, KeyRefusal? refusal)
    {
        if (rule.Anyone) return null;
        if (caller is null)
        {
            if (!PageFrame.IsForMachines(request) && refusal is null)
                return Answer.SeeOther("/sign-in" + QueryString.Create("return", HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "/"));
            return frame.Refuse(request, refusal switch
            {
                KeyRefusal.Expired => Problem.Unauthenticated("key-expired", "Khóa truy cập đã hết hạn. Xin quản trị viên cấp khóa mới."),
                KeyRefusal.Revoked => Problem.Unauthenticated("key-revoked", "Khóa truy cập đã bị thu hồi. Xin quản trị viên cấp khóa mới."),
                KeyRefusal.Unknown => Problem.Unauthenticated("key-unknown", "Khóa truy cập không đúng. Kiểm tra lại khóa đã được cấp."),
                _ => Problem.Unauthenticated("no-key", "Yêu cầu phải kèm khóa truy cập trong tiêu đề Authorization: Bearer … hoặc X-Api-Key."),
            });
        }

        if (!rule.Allows(caller))
            return frame.Refuse(request, Problem.Forbidden("Vai trò của bạn không được dùng chức năng này. Nếu cần, liên hệ quản trị viên để được cấp khóa khác."));

        // A browser sends the session's cookie by itself, so it changes nothing through the machines' interface; forms carry a token of their own.
        if (caller.BySession && PageFrame.IsMachinesPath(request) && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return frame.Refuse(request, Problem.Forbidden("Giao diện /api chỉ nhận thay đổi kèm khóa truy cập trong tiêu đề, không nhận phiên đăng nhập của trình duyệt."));
        return null;
    }

    private static ClaimsPrincipal PrincipalOf(Caller caller) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, caller.KeyId), new(ClaimTypes.Role, caller.Role.ToString())], "key"));
}
