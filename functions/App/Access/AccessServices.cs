using Azure.Data.Tables;
using LearningSociety.App.Web.Answers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace LearningSociety.App.Access;

/// <summary>Registers who may call what.</summary>
public static class AccessServices
{
    /// <summary>The header that carries a form's token where the form itself is not read as a whole.</summary>
    internal const string FormTokenHeader = "X-Form-Token";

    /// <summary>The field that carries a form's token.</summary>
    internal const string FormTokenField = "form_token";

    /// <summary>Adds keys, sessions, attempt counters and form tokens. Needs a <see cref="TableServiceClient"/> among the services.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(FunctionRoles.Read(typeof(AccessServices).Assembly));
        services.AddSingleton<KeyBook>();
        services.AddSingleton<KeyIssuer>();
        services.AddSingleton<SessionBook>();
        services.AddSingleton<AttemptCounter>();
        services.AddSingleton<Gatekeeper>();
        services.AddHostedService<SilentFunctionGuard>();
        services.AddDataProtection().SetApplicationName("LearningSociety");
        services.AddOptions<KeyManagementOptions>()
            .Configure<TableServiceClient>((options, tables) => options.XmlRepository = new TableXmlRepository(tables));
        services.AddAntiforgery(options =>
        {
            options.HeaderName = FormTokenHeader;
            options.FormFieldName = FormTokenField;
            options.Cookie.Name = "ls_form";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = false;
        });
        return services;
    }

    /// <summary>Adds the middleware of every HTTP function. Comes after ConfigureFunctionsWebApplication, which provides the HTTP context.</summary>
    public static IFunctionsWorkerApplicationBuilder UseAccess(this IFunctionsWorkerApplicationBuilder builder)
    {
        builder.UseMiddleware<AnswerMiddleware>();
        builder.UseMiddleware<AccessMiddleware>();
        return builder;
    }
}
