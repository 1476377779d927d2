using LearningSociety.App.Api;
using LearningSociety.App.Settings;
using LearningSociety.App.Web.Answers;
using LearningSociety.App.Web.Assets;
using LearningSociety.App.Web.Pages;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.App.Review;

/// <summary>Registers the pages for people and the interface for machines.</summary>
public static class ReviewServices
{
    /// <summary>Adds pages, assets and the limits of requests. Needs the services of every other capability.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services)
    {
        services.AddSingleton(provider => RequestLimits.Of(provider.GetRequiredService<AppSettings>().Intake));
        services.AddOptions<KestrelServerOptions>()
            .Configure<RequestLimits>((options, limits) => options.Limits.MaxRequestBodySize = limits.MaxRequestBytes);
        services.AddSingleton(_ => new AssetBook(AssetBook.DefaultFolder));
        services.AddSingleton<PageFrame>();
        services.AddSingleton<FormTokens>();
        services.AddSingleton<StreamedHandIn>();
        services.AddSingleton<HandIn>();
        services.AddSingleton<DossierDoor>();
        return services;
    }
}
