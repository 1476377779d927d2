using System.Text.Json.Serialization;

namespace LearningSociety.Domain.Catalogues;

/// <summary>What the year of a dossier means.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<YearMeaning>))]
public enum YearMeaning
{
    /// <summary>The year assessed.</summary>
    [JsonStringEnumMemberName("assessed")] Assessed,

    /// <summary>The year planned for; results are of the year before.</summary>
    [JsonStringEnumMemberName("planned")] Planned,

    /// <summary>The year of issue.</summary>
    [JsonStringEnumMemberName("issued")] Issued,
}

/// <summary>Terms of recognition (rules R4, R5 and R7).</summary>
/// <param name="ValidMonths">Months for which a recognition is kept after the year in which it was given.</param>
/// <param name="UpgradeAfterMonths">Months after a level 1 decision before level 2 may be asked for.</param>
/// <param name="CommuneShare">Lowest share of communes at level 2, in percent, that a district's level 2 needs.</param>
public sealed record RecognitionTerms(int? ValidMonths, int? UpgradeAfterMonths, decimal? CommuneShare)
{
    /// <summary>No terms, where the sources set none.</summary>
    public static RecognitionTerms None { get; } = new(null, null, null);
}

/// <summary>What an assessment council must be.</summary>
/// <param name="MinimumMembers">Least number of members, chair included.</param>
/// <param name="Odd">True when the number must be odd.</param>
public sealed record CouncilRule(int MinimumMembers, bool Odd);
