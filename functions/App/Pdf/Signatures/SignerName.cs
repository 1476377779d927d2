using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LearningSociety.App.Pdf.Signatures;

/// <summary>Names from a certificate's subject.</summary>
internal static class SignerName
{
    /// <summary>The common name; null when there is none.</summary>
    public static string? Common(X509Certificate2? certificate) => Part(certificate, "2.5.4.3");

    /// <summary>The organisation; null when there is none.</summary>
    public static string? Organisation(X509Certificate2? certificate) => Part(certificate, "2.5.4.10");

    private static string? Part(X509Certificate2? certificate, string oid)
    {
        try
        {
            var name = certificate?.SubjectName.EnumerateRelativeDistinguishedNames(reversed: false)
                .Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value == oid)
                .Select(part => part.GetSingleElementValue()).LastOrDefault()?.Trim().Normalize();
            return string.IsNullOrEmpty(name) ? null : name;
        }
        catch (Exception fault) when (fault is CryptographicException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
