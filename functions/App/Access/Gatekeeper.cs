using LearningSociety.App.Settings;
using Microsoft.AspNetCore.Http;

namespace LearningSociety.App.Access;

/// <summary>Turns what a request shows, a key, a session's cookie or (where switched on) the platform's identity, into a caller.</summary>
public sealed class Gatekeeper(KeyBook keys, SessionBook sessions, TimeProvider clock, AppSettings settings)
{
    internal const string Cookie = "ls_session";

    /// <summary>Who calls; null with a reason when a key was shown that does not open, null without one when nothing was shown.</summary>
    internal async Task<(Caller? Caller, KeyRefusal? Refusal)> IdentifyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // First, because the token of somebody who signed in stands where a key would.
        if (settings.Access.EntraId && PlatformIdentity.Read(request) is { } person)
            return (person, null);
        if (KeyOf(request) is { } shown)
        {
            var check = await CheckAsync(shown, cancellationToken);
            return check.Record is { } record ? (CallerOf(record, bySession: false), null) : (null, check.Refusal);
        }

        if (request.Cookies[Cookie] is not { Length: > 0 and < 200 } token
            || await sessions.KeyIdAsync(token, cancellationToken) is not { } id
            || await keys.FindAsync(id, cancellationToken) is not { } key
            || !key.Record.IsValid(clock.GetUtcNow()))
            return (null, null);
        return (CallerOf(key.Record, bySession: true), null);
    }

    /// <summary>The record of a key that opens, or why it does not.</summary>
    internal async Task<(KeyRecord? Record, KeyRefusal? Refusal)> CheckAsync(string text, CancellationToken cancellationToken)
    {
        if (AccessKey.TryParse(text) is not { } key
            || await keys.FindAsync(key.Id, cancellationToken) is not { } kept
            || !key.Matches(kept.Hash))
            return (null, KeyRefusal.Unknown);
        if (kept.Record.RevokedAt is not null) return (null, KeyRefusal.Revoked);
        return kept.Record.IsValid(clock.GetUtcNow()) ? (kept.Record, null) : (null, KeyRefusal.Expired);
    }

    private static string? KeyOf(HttpRequest request)
    {
        var bearer = request.Headers.Authorization.ToString();
        if (bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return bearer[7..];
        return request.Headers["X-Api-Key"].ToString() is { Length: > 0 } key ? key : null;
    }

    private static Caller CallerOf(KeyRecord key, bool bySession) => new(key.Role, key.Office, key.Id, key.Name, bySession);
}

/// <summary>Why a key does not open. Expired and revoked are said only to who holds the right key.</summary>
internal enum KeyRefusal
{
    /// <summary>There is no such key.</summary>
    Unknown,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was revoked.</summary>
    Revoked,
}
