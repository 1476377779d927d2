using LearningSociety.Domain.Evidence;

namespace LearningSociety.Domain.Forms;

/// <summary>The formal parts of an administrative document (Nghị định 30/2020/NĐ-CP, Annex I). Each is null when blank or absent.</summary>
/// <param name="Number">Number and sign, such as "75/TTr" or "06/BC-HĐ"; null when the number itself is left blank.</param>
/// <param name="Date">Date of issue.</param>
/// <param name="Agency">The issuing agency: the lower part of the letterhead's left column, not its parent.</param>
/// <param name="Signer">The name printed under the signature block.</param>
public sealed record FormHeader(Read<string>? Number, Read<DateOnly>? Date, Read<string>? Agency, Read<string>? Signer)
{
    /// <summary>A header with nothing in it, as an annex has.</summary>
    public static FormHeader Empty { get; } = new(null, null, null, null);
}
