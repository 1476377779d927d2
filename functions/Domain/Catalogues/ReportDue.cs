using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LearningSociety.Domain.Catalogues;

/// <summary>Who owes a report.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportSender>))]
public enum ReportSender
{
    /// <summary>Each registered office.</summary>
    [JsonStringEnumMemberName("office")] Office,

    /// <summary>Each commune.</summary>
    [JsonStringEnumMemberName("commune")] Commune,

    /// <summary>Each district, in years that have districts.</summary>
    [JsonStringEnumMemberName("district")] District,
}

/// <summary>A report of the calendar.</summary>
/// <param name="Id">Such as "unit-request".</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="From">Who owes it.</param>
/// <param name="To">Who gets it, in Vietnamese.</param>
/// <param name="Due">When it must be in.</param>
/// <param name="Kinds">Dossier kinds by which it comes; empty when it comes otherwise and its receipt is imported.</param>
/// <param name="After">Kinds of which the sender must have handed in one to owe it; empty when all owe it.</param>
/// <param name="Years">Years that it is about; empty for every year.</param>
public sealed record ReportDue(
    string Id, string Name, ReportSender From, string To, Deadline Due, ImmutableArray<string> Kinds, ImmutableArray<string> After, ImmutableArray<int> Years)
{
    /// <summary>True when there is such a report about that year.</summary>
    public bool IsAbout(int year) => Years.IsEmpty || Years.Contains(year);
}
