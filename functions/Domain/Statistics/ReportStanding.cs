using System.Text.Json.Serialization;
using LearningSociety.Domain.Catalogues;

namespace LearningSociety.Domain.Statistics;

/// <summary>How a report that is owed stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportState>))]
public enum ReportState
{
    /// <summary>In, and in time.</summary>
    [JsonStringEnumMemberName("in-time")] InTime,

    /// <summary>In, too late.</summary>
    [JsonStringEnumMemberName("late")] Late,

    /// <summary>Not in, and too late by now.</summary>
    [JsonStringEnumMemberName("missing")] Missing,

    /// <summary>Not in, and still in time.</summary>
    [JsonStringEnumMemberName("waiting")] Waiting,
}

/// <summary>That a report came in.</summary>
/// <param name="Received">The day.</param>
/// <param name="Dossier">The dossier by which it came; null when its receipt was imported.</param>
/// <param name="Number">Its number and sign; empty when unknown.</param>
public sealed record ReportArrival(DateOnly Received, string? Dossier, string Number);

/// <summary>How a report that is owed stands on a day.</summary>
/// <param name="State">Whether it is in.</param>
/// <param name="LastDay">The last day in time.</param>
/// <param name="Arrival">When it came in; null when it did not by the day.</param>
/// <param name="DaysLate">Days after the last day in time: of its receipt, or of the day asked for when it is missing; null when it is not late.</param>
public sealed record ReportStanding(ReportState State, DateOnly LastDay, ReportArrival? Arrival, int? DaysLate)
{
    /// <summary>The standing of a report. "Trước ngày" excludes the day itself.</summary>
    /// <param name="due">When it must be in.</param>
    /// <param name="year">The year that it is about.</param>
    /// <param name="arrivals">When it came in, in any order; the first counts.</param>
    /// <param name="on">The day asked for; what came later is not seen.</param>
    public static ReportStanding Of(Deadline due, int year, IEnumerable<ReportArrival> arrivals, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(due);
        ArgumentNullException.ThrowIfNull(arrivals);
        var last = due.Before(year).AddDays(-1);
        var first = arrivals.Where(arrival => arrival.Received <= on).OrderBy(arrival => arrival.Received).FirstOrDefault();
        var seen = first?.Received ?? on;
        var late = seen > last ? seen.DayNumber - last.DayNumber : (int?)null;
        var state = first is null ? late is null ? ReportState.Waiting : ReportState.Missing : late is null ? ReportState.InTime : ReportState.Late;
        return new(state, last, first, late);
    }
}
