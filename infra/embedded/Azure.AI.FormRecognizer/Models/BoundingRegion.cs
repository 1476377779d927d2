// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

using System.Drawing;

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>A place on a page.</summary>
public readonly struct BoundingRegion : IEquatable<BoundingRegion>
{
    internal BoundingRegion(int pageNumber, IReadOnlyList<PointF> boundingPolygon)
    {
        PageNumber = pageNumber;
        BoundingPolygon = boundingPolygon;
    }

    /// <summary>The page's number, from 1.</summary>
    public int PageNumber { get; }

    /// <summary>The corners of the place, clockwise from the top left, in the unit of the page.</summary>
    public IReadOnlyList<PointF> BoundingPolygon { get; }

    /// <inheritdoc/>
    public bool Equals(BoundingRegion other) =>
        PageNumber == other.PageNumber && (BoundingPolygon ?? []).SequenceEqual(other.BoundingPolygon ?? []);

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is BoundingRegion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(PageNumber, BoundingPolygon is [var first, ..] ? first : default);

    /// <inheritdoc/>
    public override string ToString() => $"Page: {PageNumber}, Polygon: {string.Join(", ", BoundingPolygon ?? [])}";
}
