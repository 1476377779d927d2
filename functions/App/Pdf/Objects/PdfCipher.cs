using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LearningSociety.App.Pdf.Objects;

/// <summary>
/// The standard security handler with the empty user password (ISO 32000-1, 7.6; ISO 32000-2 for revision 6): files that
/// only restrict printing or copying open without asking anybody. A file that needs a password cannot be opened.
/// </summary>
internal sealed class PdfCipher
{
    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");
    private readonly byte[] key;
    private readonly Method method;

    private PdfCipher(byte[] key, Method method) => (this.key, this.method) = (key, method);

    private enum Method
    {
        None,
        Rc4,
        Aes128,
        Aes256,
    }

    /// <summary>The cipher when the empty password opens the file; null when it does not or the handler is unknown.</summary>
    public static PdfCipher? TryOpen(PdfDictionary encrypt, byte[] id, Func<PdfValue, PdfValue> resolve)
    {
        int Number(string name, int standard) => resolve(encrypt[name]) is PdfNumber { Whole: { } value } && value is >= int.MinValue and <= uint.MaxValue ? unchecked((int)value) : standard;
        byte[] Bytes(string name) => resolve(encrypt[name]) is PdfString text ? text.Bytes : [];

        if (resolve(encrypt["Filter"]) is not PdfName { Value: "Standard" })
            return null;
        var (version, revision) = (Number("V", 0), Number("R", 0));
        var method = version switch
        {
            1 or 2 => Method.Rc4,
            4 or 5 => FilterMethod(encrypt, resolve),
            _ => (Method?)null,
        };
        if (method is not { } chosen)
            return null;
        var (user, owner) = (Bytes("U"), Bytes("O"));
        if (revision is 5 or 6)
            return Key256(user, Bytes("UE"), revision) is { } strong ? new(strong, chosen) : null;
        if (revision is < 2 or > 4 || user.Length < 32 || owner.Length < 32)
            return null;
        var length = version == 1 ? 5 : Math.Clamp(Number("Length", version == 4 ? 128 : 40) / 8, 5, 16);
        var encryptMetadata = resolve(encrypt["EncryptMetadata"]) is not PdfBoolean { Value: false };
        var weak = Key128(owner, Number("P", 0), id, revision, length, encryptMetadata);
        return Opens(weak, user, id, revision) ? new(weak, chosen) : null;
    }

    /// <summary>A stream's bytes without the encryption.</summary>
    public byte[] Decrypt(byte[] bytes, int number, int generation)
    {
        switch (method)
        {
            case Method.None:
                return bytes;
            case Method.Aes256:
                return Aes(key, bytes);
            default:
                byte[] salt = method == Method.Aes128 ? [0x73, 0x41, 0x6C, 0x54] : [];
                byte[] seed = [.. key, (byte)number, (byte)(number >> 8), (byte)(number >> 16), (byte)generation, (byte)(generation >> 8), .. salt];
                var own = MD5.HashData(seed)[..Math.Min(16, key.Length + 5)];
                return method == Method.Aes128 ? Aes(own, bytes) : Rc4(own, bytes);
        }
    }

    private static Method? FilterMethod(PdfDictionary encrypt, Func<PdfValue, PdfValue> resolve)
    {
        var name = resolve(encrypt["StmF"]) is PdfName chosen ? chosen.Value : "Identity";
        if (name == "Identity")
            return Method.None;
        return resolve(encrypt["CF"]) is PdfDictionary filters && resolve(filters[name]) is PdfDictionary filter && resolve(filter["CFM"]) is PdfName { Value: var value }
            ? value switch { "None" => Method.None, "V2" => Method.Rc4, "AESV2" => Method.Aes128, "AESV3" => Method.Aes256, _ => null }
            : null;
    }

    private static byte[] Key128(byte[] owner, int permissions, byte[] id, int revision, int length, bool encryptMetadata)
    {
        var rights = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(rights, permissions);
        byte[] tail = revision >= 4 && !encryptMetadata ? [255, 255, 255, 255] : [];
        var hash = MD5.HashData([.. Padding, .. owner[..32], .. rights, .. id, .. tail]);
        for (var i = 0; revision >= 3 && i < 50; i++)
            hash = MD5.HashData(hash.AsSpan(0, length));
        return hash[..length];
    }

    private static bool Opens(byte[] key, byte[] user, byte[] id, int revision)
    {
        if (revision == 2)
            return Rc4(key, Padding).AsSpan().SequenceEqual(user.AsSpan(0, 32));
        var check = Rc4(key, MD5.HashData([.. Padding, .. id]));
        for (var i = 1; i <= 19; i++)
            check = Rc4([.. key.Select(value => (byte)(value ^ i))], check);
        return check.AsSpan().SequenceEqual(user.AsSpan(0, 16));
    }

    private static byte[]? Key256(byte[] user, byte[] encryptedKey, int revision)
    {
        if (user.Length < 48 || encryptedKey.Length < 32)
            return null;
        if (!Hash256(user[32..40], revision).AsSpan().SequenceEqual(user.AsSpan(0, 32)))
            return null;
        using var aes = System.Security.Cryptography.Aes.Create();
        aes.Key = Hash256(user[40..48], revision);
        return aes.DecryptCbc(encryptedKey.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    // ISO 32000-2, algorithm 2.B, for an empty password.
    private static byte[] Hash256(byte[] salt, int revision)
    {
        var hash = SHA256.HashData(salt);
        if (revision < 6)
            return hash;
        for (var round = 0; ; round++)
        {
            var block = Enumerable.Repeat(hash, 64).SelectMany(part => part).ToArray();
            using var aes = System.Security.Cryptography.Aes.Create();
            aes.Key = hash[..16];
            var mixed = aes.EncryptCbc(block, hash.AsSpan(16, 16), PaddingMode.None);
            hash = (mixed.AsSpan(0, 16).ToArray().Sum(value => value) % 3) switch
            {
                0 => SHA256.HashData(mixed),
                1 => SHA384.HashData(mixed),
                _ => SHA512.HashData(mixed),
            };
            if (round >= 63 && mixed[^1] <= round - 31)
                return hash[..32];
        }
    }

    private static byte[] Aes(byte[] key, byte[] bytes)
    {
        if (bytes.Length < 32 || bytes.Length % 16 != 0)
            return [];
        using var aes = System.Security.Cryptography.Aes.Create();
        aes.Key = key;
        try
        {
            return aes.DecryptCbc(bytes.AsSpan(16), bytes.AsSpan(0, 16), PaddingMode.PKCS7);
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private static byte[] Rc4(byte[] key, byte[] bytes)
    {
        var state = new byte[256];
        for (var i = 0; i < 256; i++)
            state[i] = (byte)i;
        for (int i = 0, j = 0; i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var output = new byte[bytes.Length];
        for (int n = 0, i = 0, j = 0; n < bytes.Length; n++)
        {
            i = (i + 1) & 255;
            j = (j + state[i]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
            output[n] = (byte)(bytes[n] ^ state[(state[i] + state[j]) & 255]);
        }

        return output;
    }
}
