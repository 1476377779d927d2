using LearningSociety.Domain.Evidence;

namespace LearningSociety.Extraction.Tables;

/// <summary>Joins two pieces of one row, cut by the end of the page or by a line that is none.</summary>
internal static class RowJoin
{
    /// <summary>The row as one: its result stands in either piece.</summary>
    public static TableLine Join(TableLine upper, TableLine lower) => upper with
    {
        Text = $"{upper.Text} {lower.Text}".Trim(),
        Summary = $"{upper.Summary} {lower.Summary}".Trim(),
        // Where the upper page's result was not found, a blank on the lower one says nothing.
        Result = upper.Result.Place is null && lower.Result.IsBlank && upper.Place.Page != lower.Place.Page ? upper.Result
            : upper.Result.IsBlank && lower.Result.Place is not null && (!lower.Result.IsBlank || upper.Result.Place is null) ? lower.Result : upper.Result,
        Score = upper.Score ?? lower.Score,
        MaxScore = upper.MaxScore ?? lower.MaxScore,
        Place = upper.Place.Page == lower.Place.Page && upper.Place.File == lower.Place.File
            ? new Place(upper.Place.File, upper.Place.Page, PageBox.Around(new[] { upper.Place.Box, lower.Place.Box }.OfType<PageBox>()))
            : upper.Place,
    };
}
