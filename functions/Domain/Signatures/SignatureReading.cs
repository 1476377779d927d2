using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LearningSociety.Domain.Evidence;

namespace LearningSociety.Domain.Signatures;

/// <summary>How a form is signed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SignatureState>))]
public enum SignatureState
{
    /// <summary>Nobody could look for a seal or a signature.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>Looked for and not found.</summary>
    [JsonStringEnumMemberName("none")] None,

    /// <summary>Handwriting, no seal.</summary>
    [JsonStringEnumMemberName("hand-only")] HandOnly,

    /// <summary>A seal, no handwriting.</summary>
    [JsonStringEnumMemberName("seal-only")] SealOnly,

    /// <summary>Handwriting and seal on paper, or a picture of them.</summary>
    [JsonStringEnumMemberName("paper")] Paper,

    /// <summary>Every digital signature of the file is intact.</summary>
    [JsonStringEnumMemberName("digital")] Digital,

    /// <summary>A digital signature is broken, or what the page shows was changed after it.</summary>
    [JsonStringEnumMemberName("invalid")] Invalid,
}

/// <summary>Whether an intact digital signature leads to a configured root.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Trust>))]
public enum Trust
{
    /// <summary>The chain leads to a configured root, valid at signing time. Revocation is not checked.</summary>
    [JsonStringEnumMemberName("trusted")] Trusted,

    /// <summary>It does not.</summary>
    [JsonStringEnumMemberName("untrusted")] Untrusted,
}

/// <summary>A form's signature: its state, the boxes where ink was seen, the digital signers.</summary>
public sealed record SignatureReading(
    SignatureState State, Trust? Trust, Confidence Confidence, ImmutableArray<InkMark> Marks, ImmutableArray<DigitalSignature> Digital)
{
    /// <summary>Nobody looked.</summary>
    public static SignatureReading Unknown { get; } = new(SignatureState.Unknown, null, Confidence.Certain, [], []);
}

/// <summary>What kind of ink was seen.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InkKind>))]
public enum InkKind
{
    /// <summary>Handwriting.</summary>
    [JsonStringEnumMemberName("signature")] Signature,

    /// <summary>A seal.</summary>
    [JsonStringEnumMemberName("seal")] Seal,
}

/// <summary>Handwriting or a seal seen on a page.</summary>
public sealed record InkMark(InkKind Kind, Confidence Confidence, Place Place);
