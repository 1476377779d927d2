using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using LearningSociety.App.Pdf.Objects;

namespace LearningSociety.App.Pdf.Signatures;

/// <summary>What the cryptography of one signature gives.</summary>
/// <param name="Fault">Why it does not hold, in Vietnamese; null when it does.</param>
/// <param name="Signer">The signer's certificate; null when there is none.</param>
/// <param name="Enclosed">All certificates in the signature.</param>
/// <param name="Time">The signed time attribute.</param>
internal sealed record CmsOutcome(string? Fault, X509Certificate2? Signer, X509Certificate2Collection Enclosed, DateTimeOffset? Time);

/// <summary>Checks the signature value over the covered bytes.</summary>
internal static class CmsCheck
{
    /// <summary>Checks by the kind of signature that the dictionary names (its SubFilter).</summary>
    public static CmsOutcome Verify(string? kind, byte[] contents, byte[] covered, Func<byte[]?> certificate)
    {
        try
        {
            return kind switch
            {
                "adbe.x509.rsa_sha1" => Plain(contents, covered, certificate()),
                "adbe.pkcs7.sha1" => Digest(contents, covered),
                "adbe.pkcs7.detached" or "ETSI.CAdES.detached" or null => Detached(contents, covered),
                _ => new($"Không hỗ trợ loại chữ ký {kind}.", null, [], null),
            };
        }
        catch (Exception fault) when (fault is CryptographicException or AsnContentException or ArgumentException or InvalidOperationException or NotSupportedException or OverflowException or FormatException)
        {
            return new("Không đọc được dữ liệu của chữ ký số.", null, [], null);
        }
    }

    private static CmsOutcome Detached(byte[] contents, byte[] covered)
    {
        var cms = new SignedCms(new ContentInfo(covered), detached: true);
        cms.Decode(Trim(contents));
        return Outcome(cms, null);
    }

    private static CmsOutcome Digest(byte[] contents, byte[] covered)
    {
        var cms = new SignedCms();
        cms.Decode(Trim(contents));
        var same = cms.ContentInfo.Content.AsSpan().SequenceEqual(SHA1.HashData(covered));
        return Outcome(cms, same ? null : "Nội dung tệp không còn đúng như khi ký (giá trị băm không khớp).");
    }

    private static CmsOutcome Plain(byte[] contents, byte[] covered, byte[]? encoded)
    {
        if (encoded is null)
            return new("Chữ ký không kèm chứng thư.", null, [], null);
        var signer = X509CertificateLoader.LoadCertificate(encoded);
        var value = AsnDecoder.ReadOctetString(contents, AsnEncodingRules.BER, out _);
        using var key = signer.GetRSAPublicKey();
        var holds = key is not null && key.VerifyData(covered, value, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
        return new(holds ? null : "Nội dung tệp không còn đúng như khi ký.", signer, [signer], null);
    }

    private static CmsOutcome Outcome(SignedCms cms, string? fault)
    {
        if (cms.SignerInfos.Count == 0)
            return new("Chữ ký không có người ký.", null, cms.Certificates, null);
        var signer = cms.SignerInfos[0];
        var time = signer.SignedAttributes.OfType<CryptographicAttributeObject>()
            .SelectMany(attribute => attribute.Values.OfType<Pkcs9SigningTime>()).Select(one => (DateTimeOffset?)new DateTimeOffset(DateTime.SpecifyKind(one.SigningTime, DateTimeKind.Utc))).FirstOrDefault();
        if (signer.Certificate is null)
            return new("Chữ ký không kèm chứng thư của người ký.", null, cms.Certificates, time);
        if (fault is null)
        {
            try
            {
                cms.CheckSignature(verifySignatureOnly: true);
            }
            catch (CryptographicException)
            {
                fault = "Nội dung tệp không còn đúng như khi ký (giá trị băm hoặc chữ ký không khớp).";
            }
        }

        return new(fault, signer.Certificate, cms.Certificates, time);
    }

    // The hex string is padded with zeros up to the room that was kept for it.
    private static byte[] Trim(byte[] contents)
    {
        AsnDecoder.ReadEncodedValue(contents, AsnEncodingRules.BER, out _, out _, out var consumed);
        return contents[..consumed];
    }
}
