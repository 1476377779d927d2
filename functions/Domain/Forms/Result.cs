using System.Text.Json.Serialization;

namespace LearningSociety.Domain.Forms;

/// <summary>The result of a criterion, an indicator or a whole assessment. A blank is null, never a member.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Result>))]
public enum Result
{
    /// <summary>Không đạt.</summary>
    [JsonStringEnumMemberName("not-met")] NotMet,

    /// <summary>Đạt, in schemes without levels.</summary>
    [JsonStringEnumMemberName("met")] Met,

    /// <summary>Mức độ 1.</summary>
    [JsonStringEnumMemberName("level-1")] Level1,

    /// <summary>Mức độ 2.</summary>
    [JsonStringEnumMemberName("level-2")] Level2,
}
