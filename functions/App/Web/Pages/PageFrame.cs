using LearningSociety.App.Access;
using LearningSociety.App.Web.Answers;
using LearningSociety.App.Web.Assets;
using LearningSociety.App.Web.Markup;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace LearningSociety.App.Web.Pages;

/// <summary>What all pages share: head, header with the way around, footer; and the page that says what went wrong.</summary>
public sealed class PageFrame(AssetBook assets, IAntiforgery antiforgery)
{
    /// <summary>The product's name as people see it.</summary>
    public const string Product = "Hồ sơ học tập";

    /// <summary>A page.</summary>
    /// <param name="request">The request it answers.</param>
    /// <param name="title">Its title.</param>
    /// <param name="content">What stands in it.</param>
    /// <param name="wide">True for a page that uses the whole width.</param>
    /// <param name="refreshSeconds">When it loads itself again; null for never.</param>
    public Html Render(HttpRequest request, string title, Html content, bool wide = false, int? refreshSeconds = null)
    {
        var caller = request.FindCaller();
        return Html.Of($"""
            <!doctype html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            {Html.When(refreshSeconds is not null, () => Html.Of($"""<meta http-equiv="refresh" content="{refreshSeconds ?? 0}">"""))}
            <title>{title} · {Product}</title>
            <link rel="icon" href="{assets.Url("icon.svg") ?? "data:,"}">
            {Html.When(assets.Url("app.css") is not null, () => Html.Of($"""<link rel="stylesheet" href="{assets.Url("app.css")}">"""))}
            </head>
            <body>
            <a class="skip" href="#main">Đến nội dung</a>
            <header class="top"><div class="bar">
            <a class="brand" href="/">{Product}</a>
            {Html.When(caller is not null, () => Navigation(request, caller!))}
            </div></header>
            <main id="main" class="{(wide ? "wide" : "page")}">
            {content}
            </main>
            </body>
            </html>
            """);
    }

    /// <summary>The hidden field that every form carries.</summary>
    public Html FormToken(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var tokens = antiforgery.GetAndStoreTokens(request.HttpContext);
        return Html.Of($"""<input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""");
    }

    /// <summary>A refusal: a problem for machines, a page for people.</summary>
    public Answer Refuse(HttpRequest request, Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (IsForMachines(request)) return Answer.Problem(problem);
        return Answer.Page(Render(request, problem.Title, Html.Of($"""
            <section class="refusal">
            <p class="code">{problem.Status}</p>
            <h1>{problem.Title}</h1>
            {Html.When(problem.File is not null, () => Html.Of($"""<p class="file">{problem.File}</p>"""))}
            <p>{problem.Detail}</p>
            <p class="actions"><a class="button" href="/">Về danh sách hồ sơ</a></p>
            </section>
            """)), problem.Status);
    }

    /// <summary>True for an address of the machines' interface, whoever asks.</summary>
    public static bool IsMachinesPath(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True when the answer goes to a machine; a person who opens such an address in a browser gets a page.</summary>
    public static bool IsForMachines(HttpRequest request) =>
        IsMachinesPath(request) && !request.Headers.Accept.ToString().StartsWith("text/html", StringComparison.OrdinalIgnoreCase);

    private Html Navigation(HttpRequest request, Caller caller) => Html.Of($"""
        <nav aria-label="Chính">
        <a href="/">Hồ sơ</a>
        {Html.When(caller.Role is Role.Office or Role.Administrator, () => Html.Of($"""<a href="/dossiers/new">Nộp hồ sơ</a>"""))}
        {Html.When(caller.Role is not Role.Office, () => Html.Of($"""<a href="/statistics">Thống kê</a>"""))}
        </nav>
        <form class="out" method="post" action="/sign-out">{FormToken(request)}<span class="who">{caller.Name}</span><button class="link">Đăng xuất</button></form>
        """);
}
