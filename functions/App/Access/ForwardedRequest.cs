using System.Net;
using Microsoft.AspNetCore.Http;

namespace LearningSociety.App.Access;

/// <summary>Who called and how, as the proxies in front of the app say. Behind one, every caller would else have its address, and every request be plain.</summary>
public static class ForwardedRequest
{
    /// <summary>Takes address and scheme from what the outermost of so many proxies added; what stands left of it may be made up.</summary>
    public static void Apply(HttpContext http, int hops)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (hops <= 0)
            return;
        var addresses = http.Request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (addresses.Length >= hops && AddressOf(addresses[^hops]) is { } address)
            http.Connection.RemoteIpAddress = address;
        var schemes = http.Request.Headers["X-Forwarded-Proto"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (schemes.Length > 0 && schemes[Math.Max(0, schemes.Length - hops)] is "https" or "http")
            http.Request.Scheme = schemes[Math.Max(0, schemes.Length - hops)];
    }

    // Azure writes the port too.
    private static IPAddress? AddressOf(string text) =>
        IPAddress.TryParse(text, out var address) ? address : IPEndPoint.TryParse(text, out var endpoint) ? endpoint.Address : null;
}
