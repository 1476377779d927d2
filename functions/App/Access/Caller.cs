using LearningSociety.Domain.Dossiers;
using Microsoft.AspNetCore.Http;

namespace LearningSociety.App.Access;

/// <summary>Who calls.</summary>
/// <param name="Role">What the caller may do.</param>
/// <param name="Office">The office's slug, for the role office; null otherwise.</param>
/// <param name="KeyId">The id of the key that was shown, or that the session was opened with.</param>
/// <param name="Name">Whose key it is.</param>
/// <param name="BySession">True when a session's cookie was shown, false for a key.</param>
public sealed record Caller(Role Role, string? Office, string KeyId, string Name, bool BySession)
{
    /// <summary>True when the caller may see the dossier: an office sees its own only.</summary>
    public bool MaySee(DossierId dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return Role != Role.Office || string.Equals(Office, dossier.Office, StringComparison.Ordinal);
    }

    /// <summary>True when the caller may hand in for the office.</summary>
    public bool MayHandInFor(string office) =>
        Role == Role.Administrator || (Role == Role.Office && string.Equals(Office, office, StringComparison.Ordinal));
}

/// <summary>The caller of the request at hand.</summary>
public static class RequestCaller
{
    /// <summary>The caller; null when nobody is signed in, which only functions open to anyone meet.</summary>
    public static Caller? FindCaller(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.HttpContext.Features.Get<Caller>();
    }

    /// <summary>The caller of a function that names roles.</summary>
    /// <exception cref="InvalidOperationException">The function is open to anyone.</exception>
    public static Caller Caller(this HttpRequest request) =>
        request.FindCaller() ?? throw new InvalidOperationException("Nobody is signed in: a function that asks for its caller must name roles.");
}
