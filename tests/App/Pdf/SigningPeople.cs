using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LearningSociety.App.Tests.Pdf;

/// <summary>A certificate authority of our own with people who sign.</summary>
internal static class SigningPeople
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static X509Certificate2 Root { get; } = MakeRoot("Goc thu nghiem");

    public static X509Certificate2 OtherRoot { get; } = MakeRoot("Goc khac");

    public static X509Certificate2 Principal { get; } = Make("Nguyễn Thị Hòa", "Trường THCS An Phụ", From, new(2049, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public static X509Certificate2 Clerk { get; } = Make("Lê Quốc Khánh", "Trường THCS An Phụ", From, new(2049, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public static X509Certificate2 Expired { get; } = Make("Người cũ", "Trường THCS An Phụ", From, new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static X509Certificate2 MakeRoot(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(From, new(2050, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private static X509Certificate2 Make(string name, string organisation, DateTimeOffset from, DateTimeOffset to)
    {
        using var key = RSA.Create(2048);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(name);
        subject.AddOrganizationName(organisation);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var bare = request.Create(Root, from, to, RandomNumberGenerator.GetBytes(8));
        return bare.CopyWithPrivateKey(key);
    }
}
