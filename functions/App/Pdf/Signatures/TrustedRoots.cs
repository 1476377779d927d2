using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LearningSociety.App.Pdf.Signatures;

/// <summary>The root certificates that signatures are trusted by, with intermediate ones to complete chains. Revocation is not checked.</summary>
public sealed class TrustedRoots
{
    private readonly X509Certificate2Collection roots;
    private readonly X509Certificate2Collection intermediates;

    private TrustedRoots(X509Certificate2Collection roots, X509Certificate2Collection intermediates, IReadOnlyList<string> unreadable) =>
        (this.roots, this.intermediates, Unreadable) = (roots, intermediates, unreadable);

    /// <summary>No roots: every intact signature is untrusted.</summary>
    public static TrustedRoots None { get; } = new([], [], []);

    /// <summary>Files of the folder that hold no certificate that can be read.</summary>
    public IReadOnlyList<string> Unreadable { get; }

    /// <summary>A short name of this set, for caches; changes when a certificate is added or removed.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData([.. roots.Concat(intermediates).Select(one => one.Thumbprint).Order().SelectMany(System.Text.Encoding.ASCII.GetBytes)]))[..16];

    /// <summary>Reads the .cer, .crt, .der and .pem files of a folder: certificates that sign themselves are roots, others complete chains.</summary>
    public static TrustedRoots Load(string? folder)
    {
        if (folder is null)
            return None;
        var (roots, intermediates, unreadable) = (new X509Certificate2Collection(), new X509Certificate2Collection(), new List<string>());
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(path).ToLowerInvariant() is not (".cer" or ".crt" or ".der" or ".pem"))
                continue;
            try
            {
                foreach (var certificate in Read(path))
                    (certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData) ? roots : intermediates).Add(certificate);
            }
            catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
            {
                unreadable.Add(Path.GetFileName(path));
            }
        }

        return new(roots, intermediates, unreadable);
    }

    /// <summary>Roots given as certificates.</summary>
    public static TrustedRoots Of(params X509Certificate2[] certificates) => new([.. certificates], [], []);

    /// <summary>True when the signer's chain leads to one of the roots and every certificate of it was valid at the moment.</summary>
    public bool Trusts(X509Certificate2 signer, X509Certificate2Collection enclosed, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(signer);
        if (roots.Count == 0)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.ExtraStore.AddRange(intermediates);
        chain.ChainPolicy.ExtraStore.AddRange(enclosed);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        try
        {
            return chain.Build(signer);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static X509Certificate2Collection Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes.AsSpan().IndexOf("-----BEGIN"u8) < 0)
            return [X509CertificateLoader.LoadCertificate(bytes)];
        var found = new X509Certificate2Collection();
        found.ImportFromPem(System.Text.Encoding.ASCII.GetString(bytes));
        return found;
    }
}
