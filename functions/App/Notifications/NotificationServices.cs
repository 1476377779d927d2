using Azure.Identity;
using LearningSociety.App.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace LearningSociety.App.Notifications;

/// <summary>Registers e-mail.</summary>
public static class NotificationServices
{
    /// <summary>Adds the outbox and the way out that the settings name.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<Outbox>();
        services.AddSingleton<MailDispatch>();
        services.AddSingleton<IMailTransport>(provider =>
        {
            var mail = provider.GetRequiredService<AppSettings>().Mail;
            return mail.CommunicationEndpoint is { } service ? new CommunicationTransport(service, new DefaultAzureCredential())
                : mail.Smtp is { } server ? new SmtpTransport(server)
                : new PickupFolder(mail.PickupFolder!);
        });
        return services;
    }
}
