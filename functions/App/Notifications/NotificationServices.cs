using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.App.Notifications;

/// <summary>Registers the services of this capability.</summary>
public static class NotificationServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services;
}
