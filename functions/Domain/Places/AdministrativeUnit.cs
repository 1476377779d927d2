using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LearningSociety.Domain.Places;

/// <summary>How high an administrative unit stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnitTier>))]
public enum UnitTier
{
    /// <summary>Tỉnh, thành phố trực thuộc trung ương.</summary>
    [JsonStringEnumMemberName("province")] Province,

    /// <summary>Huyện, quận, thị xã, thành phố thuộc tỉnh; until 30 June 2025.</summary>
    [JsonStringEnumMemberName("district")] District,

    /// <summary>Xã, phường, thị trấn, đặc khu.</summary>
    [JsonStringEnumMemberName("commune")] Commune,
}

/// <summary>An administrative unit as it was between two days. A unit that went on under its code with another parent or name is there once for each time.</summary>
/// <param name="Code">Its code: lower-case ASCII letters, digits and single hyphens, unique over all tiers.</param>
/// <param name="Name">Its name with its sort, such as "Phường Kinh Môn".</param>
/// <param name="Tier">How high it stands.</param>
/// <param name="Parent">Code of the unit above; null for a province.</param>
/// <param name="From">First day; null when it was there before anything is recorded.</param>
/// <param name="To">Last day; null while it lasts.</param>
/// <param name="Successors">Codes of what it became the day after its last; the first is where its dossiers count.</param>
public sealed record AdministrativeUnit(
    string Code, string Name, UnitTier Tier, string? Parent, DateOnly? From, DateOnly? To, ImmutableArray<string> Successors)
{
    /// <summary>True when the unit was there on that day.</summary>
    public bool HoldsOn(DateOnly day) => (From is not { } from || from <= day) && (To is not { } to || day <= to);
}
