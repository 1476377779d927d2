namespace LearningSociety.Domain.Statistics;

/// <summary>A figure of an indicator that somebody counted: how many of how many.</summary>
/// <param name="Place">Code of the administrative unit.</param>
/// <param name="Indicator">Id of the indicator, such as "family".</param>
/// <param name="Year">The year, as of its last day.</param>
/// <param name="Count">How many reach it; null where only the whole is known.</param>
/// <param name="Of">How many there are in all; null where only the count is known.</param>
public sealed record Measure(string Place, string Indicator, int Year, int? Count, int? Of);
