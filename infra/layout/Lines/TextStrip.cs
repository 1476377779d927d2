using LearningSociety.Layout.Pages;

namespace LearningSociety.Layout.Lines;

/// <summary>A line of text, or a part of one between wide gaps, found by the way its pieces of ink lie.</summary>
/// <param name="Box">Around its ink, frame pixels.</param>
/// <param name="Top">Where most of its letters begin.</param>
/// <param name="Bottom">Where most of its letters end: near the baseline.</param>
/// <param name="Pieces">Ids of its pieces of ink.</param>
public sealed record TextStrip(Rect Box, double Top, double Bottom, IReadOnlyList<int> Pieces);
