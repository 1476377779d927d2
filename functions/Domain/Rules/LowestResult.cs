using LearningSociety.Domain.Forms;

namespace LearningSociety.Domain.Rules;

/// <summary>R1, R2 and R3: a whole has the result that all its parts reach, so the lowest; a criterion is met only when every indicator is.</summary>
/// <param name="AtMost">The best result that the parts known still allow; null when none is known.</param>
/// <param name="Complete">True when every part is known, so that <paramref name="AtMost"/> is the result itself.</param>
public readonly record struct LowestResult(Result? AtMost, bool Complete)
{
    /// <summary>The result; null when a part is unknown.</summary>
    public Result? Value => Complete ? AtMost : null;

    /// <summary>The lowest of the parts; a null part is unknown. Of no parts nothing is known.</summary>
    public static LowestResult Of(IEnumerable<Result?> parts)
    {
        Result? lowest = null;
        var (complete, any) = (true, false);
        foreach (var part in parts)
        {
            any = true;
            if (part is null) complete = false;
            else if (lowest is null || part < lowest) lowest = part;
        }

        return new(lowest, any && complete);
    }

    /// <summary>True when no filling of the unknown parts could give the declared result: it is higher than what is known, or all is known and it is another.</summary>
    public bool Contradicts(Result declared) => AtMost is { } atMost && (Complete ? declared != atMost : declared > atMost);
}
