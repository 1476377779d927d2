using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LearningSociety.App.Access;

/// <summary>
/// A key: "ls_" + id + "_" + secret. The id finds its record; the secret is 256 random bits, of which only the hash is kept.
/// A plain SHA-256 is enough for that: there is nothing to guess in 256 random bits.
/// </summary>
internal sealed record AccessKey
{
    private const string Prefix = "ls_";
    private const int IdLength = 16;

    private AccessKey(string id, string text) => (Id, Text) = (id, text);

    /// <summary>What the key's record is found by.</summary>
    internal string Id { get; }

    /// <summary>The whole key, as its holder has it.</summary>
    internal string Text { get; }

    /// <summary>The hash that is kept.</summary>
    internal byte[] Hash => SHA256.HashData(Encoding.ASCII.GetBytes(Text));

    internal static AccessKey Create()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdLength / 2));
        return new(id, $"{Prefix}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}");
    }

    /// <summary>Reads a key; null when the text is none.</summary>
    internal static AccessKey? TryParse(string? text)
    {
        var key = text?.Trim() ?? "";
        if (key.Length is < 40 or > 100 || !key.StartsWith(Prefix, StringComparison.Ordinal) || key[Prefix.Length + IdLength] != '_') return null;
        var id = key.Substring(Prefix.Length, IdLength);
        return id.All(char.IsAsciiHexDigitLower) && key.All(char.IsAscii) ? new(id, key) : null;
    }

    internal bool Matches(byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash, hash);

    /// <summary>Keeps the secret out of logs.</summary>
    public override string ToString() => $"{Prefix}{Id}_…";
}
