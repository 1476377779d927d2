namespace LearningSociety.App.Statistics.Queries;

/// <summary>What tiers the years have.</summary>
internal static class UnitYears
{
    /// <summary>The last year on whose last day there were districts.</summary>
    public const int LastOfDistricts = 2024;
}
