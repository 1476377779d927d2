using System.Text.Json;
using LearningSociety.Domain.Dossiers;
using Microsoft.AspNetCore.Http;

namespace LearningSociety.App.Access;

/// <summary>
/// Who signed in with Entra ID, as App Service authentication says in a header that it takes from nobody else. The application's
/// roles are "administrator", "province", "reviewer" and "office.SLUG"; somebody who has several acts as the first of these.
/// </summary>
public static class PlatformIdentity
{
    /// <summary>The platform's header: base64 of a JSON object with the claims.</summary>
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const string OfficePrefix = "office.";
    private const string ObjectId = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    /// <summary>The caller; null when nobody has signed in or the person has no role of the application.</summary>
    public static Caller? Read(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Headers[Header] is not [{ Length: > 0 and < 32_768 } text] || Claims(text) is not { } claims)
            return null;
        var (id, roles) = (claims.Of("oid") ?? claims.Of(ObjectId), claims.Roles);
        if (id is null || RoleOf(roles) is not { } role)
            return null;
        // Without a token in the request it was a cookie of the platform that a browser sent by itself.
        var bySession = request.Headers.Authorization.Count == 0;
        return new(role.Role, role.Office, $"entra-{id}", claims.Of("name") ?? claims.Of("preferred_username") ?? id, bySession);
    }

    private static (Role Role, string? Office)? RoleOf(IReadOnlyCollection<string> roles)
    {
        foreach (var role in (Role[])[Role.Administrator, Role.Province, Role.Reviewer])
            if (roles.Contains(role.ToString(), StringComparer.OrdinalIgnoreCase))
                return (role, null);
        var offices = roles
            .Where(role => role.StartsWith(OfficePrefix, StringComparison.OrdinalIgnoreCase))
            .Select(role => role[OfficePrefix.Length..].ToLowerInvariant())
            .Where(DossierId.IsSlug)
            .Distinct()
            .ToList();
        // Who stands for two offices must say by a key for which one.
        return offices.Count == 1 ? (Role.Office, offices[0]) : null;
    }

    private static ClaimSet? Claims(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
            return null;
        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(0, length));
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("claims", out var claims) || claims.ValueKind != JsonValueKind.Array || !IsEntra(root))
                return null;
            var roleType = root.TryGetProperty("role_typ", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null;
            return new(roleType ?? "roles", [.. claims.EnumerateArray().Select(Pair).OfType<(string, string)>()]);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsEntra(JsonElement root) => root.TryGetProperty("auth_typ", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "aad";

    private static (string, string)? Pair(JsonElement claim) =>
        claim.ValueKind == JsonValueKind.Object
        && claim.TryGetProperty("typ", out var type) && type.ValueKind == JsonValueKind.String
        && claim.TryGetProperty("val", out var value) && value.ValueKind == JsonValueKind.String
            ? (type.GetString()!, value.GetString()!)
            : null;

    private sealed record ClaimSet(string RoleType, IReadOnlyList<(string Type, string Value)> All)
    {
        public IReadOnlyCollection<string> Roles => [.. All.Where(claim => claim.Type == RoleType || claim.Type == "roles").Select(claim => claim.Value)];

        public string? Of(string type) => All.Where(claim => claim.Type == type && claim.Value.Length > 0).Select(claim => claim.Value).FirstOrDefault();
    }
}
