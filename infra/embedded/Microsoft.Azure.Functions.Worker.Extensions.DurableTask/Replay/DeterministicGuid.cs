using System.Security.Cryptography;
using System.Text;

namespace LearningSociety.Embedded.Durable.Replay;

/// <summary>GUIDs made from names (RFC 9562, version 5): the same name gives the same GUID in every replay.</summary>
internal static class DeterministicGuid
{
    private static readonly byte[] Space = new Guid("6f6b5a07-2f5f-4f0e-9a3c-0d3f4a5c9b61").ToByteArray(bigEndian: true);

    public static Guid Of(string name)
    {
        // SHA-1 is what version 5 asks for; nothing here is a secret.
#pragma warning disable CA5350
        var hash = SHA1.HashData([.. Space, .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
