using System.Text.Json.Serialization;

namespace LearningSociety.Domain.Signatures;

/// <summary>What cryptography says of one digital signature.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Integrity>))]
public enum Integrity
{
    /// <summary>The bytes covered are as they were signed, and nothing that shows was changed after.</summary>
    [JsonStringEnumMemberName("valid")] Valid,

    /// <summary>The signed revision is intact, but what the document shows was changed after it.</summary>
    [JsonStringEnumMemberName("modified-after-signing")] ModifiedAfterSigning,

    /// <summary>The digest or the signature does not match, or the signature cannot be read.</summary>
    [JsonStringEnumMemberName("broken")] Broken,
}

/// <summary>How much of the file a signature covers.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Coverage>))]
public enum Coverage
{
    /// <summary>The file as it is.</summary>
    [JsonStringEnumMemberName("whole-file")] WholeFile,

    /// <summary>An earlier revision, followed by incremental updates.</summary>
    [JsonStringEnumMemberName("earlier-revision")] EarlierRevision,
}

/// <summary>One digital signature of a PDF (ISO 32000-1, 12.8).</summary>
/// <param name="Field">The signature field's name.</param>
/// <param name="Integrity">Whether the content is as it was signed.</param>
/// <param name="Coverage">How much of the file is covered.</param>
/// <param name="Trust">Whether the signer's chain leads to a configured root; null when the signature is broken.</param>
/// <param name="Signer">The signer's name from the certificate; null when it names none.</param>
/// <param name="Organisation">The organisation from the certificate; null when it names none.</param>
/// <param name="Time">The signing time as it stands, odd offsets included; null when there is none.</param>
/// <param name="Note">A remark for people, in Vietnamese, such as an odd time offset or what is broken; null when there is nothing to say.</param>
public sealed record DigitalSignature(
    string Field, Integrity Integrity, Coverage Coverage, Trust? Trust, string? Signer, string? Organisation, DateTimeOffset? Time, string? Note);
