using System.Net;
using System.Net.Sockets;
using LearningSociety.Embedded.Plumbing;
using Microsoft.Extensions.Configuration;

namespace LearningSociety.Embedded.Hosting;

/// <summary>Where the host listens.</summary>
internal static class ListeningAddress
{
    private const string Default = "http://127.0.0.1:7071";

    /// <summary>The port that the tools of the real host use, on this machine alone, unless a setting says otherwise.</summary>
    public static void SetDefault(IConfiguration configuration)
    {
        if (Configured(configuration) is not null || configuration["http_ports"] is not null || configuration["https_ports"] is not null
            || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any()) return;
        configuration["urls"] = configuration["Host:LocalHttpPort"] is { } port ? $"http://127.0.0.1:{port}" : Default;
    }

    /// <summary>Refuses to start where another program listens, before any trigger has begun to work.</summary>
    /// <exception cref="HostRefusedException">An address is malformed or in use.</exception>
    public static void CheckFree(IConfiguration configuration)
    {
        foreach (var url in (Configured(configuration) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url.Replace("://*", "://0.0.0.0").Replace("://+", "://0.0.0.0"), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                throw new HostRefusedException($"\"{url}\" is not an address to listen on. Write it as {Default}.");
            if (uri.Port == 0) continue;
            var address = IPAddress.TryParse(uri.Host.Trim('[', ']'), out var parsed) ? parsed : IPAddress.Loopback;
            try
            {
                using var probe = new TcpListener(address, uri.Port);
                probe.Start();
            }
            catch (SocketException e)
            {
                throw Refused(url, e.SocketErrorCode);
            }
        }
    }

    /// <summary>The sentence for an address that cannot be listened on.</summary>
    public static HostRefusedException Refused(string url, SocketError error) => new(error switch
    {
        SocketError.AddressAlreadyInUse => $"The address {url} is in use: another program, or this host itself, already listens there. Stop it, or choose another address with --urls http://127.0.0.1:PORT or ASPNETCORE_URLS.",
        SocketError.AccessDenied => $"This user may not listen on {url}. Choose a port above 1023 with --urls or ASPNETCORE_URLS.",
        _ => $"The host cannot listen on {url} ({error}). Choose an address of this machine with --urls or ASPNETCORE_URLS.",
    });

    private static string? Configured(IConfiguration configuration) => configuration["urls"] is { Length: > 0 } urls ? urls : null;
}
