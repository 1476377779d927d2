using System.Collections.Immutable;

namespace LearningSociety.Extraction.Tables.Borderless;

/// <summary>A page in bands, of which some are the rows of a table.</summary>
/// <param name="Bands">All bands, top to bottom.</param>
/// <param name="First">The first row.</param>
/// <param name="Last">The last row.</param>
/// <param name="IsAnchored">True where labels and results tell the rows, false where gaps do.</param>
internal sealed record RowParting(ImmutableArray<RowBand> Bands, int First, int Last, bool IsAnchored)
{
    /// <summary>What stands above the rows.</summary>
    public ImmutableArray<RowBand> Above => Bands[..First];

    /// <summary>The rows.</summary>
    public ImmutableArray<RowBand> Body => Bands[First..(Last + 1)];
}
