using LearningSociety.Domain.Catalogues;

namespace LearningSociety.Domain.Rules;

/// <summary>R7: a district's level 2 needs a share of its communes recognised at level 2.</summary>
public static class CommuneShare
{
    /// <summary>True when the share is reached, false when not; null when the scheme asks for none or the district has no communes on record.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Counts are negative, or more communes are recognised than there are.</exception>
    public static bool? IsReached(int atLevel2, int communes, RecognitionTerms terms)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(atLevel2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atLevel2, communes);
        return terms.CommuneShare is { } share && communes > 0 ? atLevel2 * 100m >= share * communes : null;
    }
}
