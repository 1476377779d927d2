using System.Text.Json.Serialization;

namespace LearningSociety.Domain.Catalogues;

/// <summary>Which register knows how many there are in all, of which an indicator is a share.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WholeRegister>))]
public enum WholeRegister
{
    /// <summary>None: the figure has to be counted.</summary>
    [JsonStringEnumMemberName("none")] None,

    /// <summary>Registered offices; recognised ones among them are on record.</summary>
    [JsonStringEnumMemberName("offices")] Offices,

    /// <summary>Communes.</summary>
    [JsonStringEnumMemberName("communes")] Communes,
}

/// <summary>What the catalogue sets for an indicator where no plan does.</summary>
/// <param name="Year">The year by whose end it is to be reached.</param>
/// <param name="Percent">The share, in percent.</param>
/// <param name="Source">Legal source.</param>
public sealed record TargetGoal(int Year, decimal Percent, Source Source);
