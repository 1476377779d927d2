using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.Domain.Places;

namespace LearningSociety.Domain.Statistics;

/// <summary>That a dossier of a province's year came in; its office has one of a kind.</summary>
/// <param name="Kind">The dossier's kind.</param>
/// <param name="Office">The office's slug.</param>
/// <param name="Received">The day of receipt.</param>
public sealed record DossierReceipt(string Kind, string Office, DateOnly Received)
{
    /// <summary>The dossier's id in a year.</summary>
    public string DossierOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{Kind}-{year}-{Office}");
}

/// <summary>Where a receipt is kept: of the place in which its office stands, one shelf.</summary>
/// <param name="Place">The place.</param>
/// <param name="Number">The shelf's number.</param>
public sealed record ReceiptShelf(PlacePath Place, int Number)
{
    // A commune has some hundred offices. Those that belong to no commune may be all of a province, and a shelf must not grow with them.
    private const int WithoutCommune = 32;

    /// <summary>The shelf of a fact.</summary>
    public static ReceiptShelf Of(DossierFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return new(fact.Place, fact.Place.Commune is not null ? 0 : (int)(fact.Office.Aggregate(0u, (sum, letter) => unchecked((sum * 31) + letter)) % WithoutCommune));
    }
}

/// <summary>Which dossiers of a place came in and when, kept ready for the calendar of reports, which so need not look at dossiers.</summary>
public sealed class PlaceReceipts : IEquatable<PlaceReceipts>
{
    private PlaceReceipts(ReceiptShelf shelf, ImmutableArray<DossierReceipt> all) => (Shelf, All) = (shelf, all);

    /// <summary>Where they are kept.</summary>
    public ReceiptShelf Shelf { get; }

    /// <summary>The receipts, by kind and office.</summary>
    public ImmutableArray<DossierReceipt> All { get; }

    /// <summary>True when nothing came in.</summary>
    public bool IsEmpty => All.IsEmpty;

    /// <summary>Receipts in any order; of one kind and office one.</summary>
    public static PlaceReceipts Of(ReceiptShelf shelf, IEnumerable<DossierReceipt> receipts)
    {
        ArgumentNullException.ThrowIfNull(shelf);
        return new(shelf, [.. receipts.OrderBy(one => one.Kind, StringComparer.Ordinal).ThenBy(one => one.Office, StringComparer.Ordinal)]);
    }

    /// <summary>The receipts of facts, from a plain scan of them.</summary>
    public static ImmutableArray<PlaceReceipts> Of(IEnumerable<DossierFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. facts.GroupBy(ReceiptShelf.Of).Select(shelf => Of(shelf.Key, shelf.Select(fact => new DossierReceipt(fact.Kind, fact.Office, fact.Received))))];
    }

    /// <summary>These after a change.</summary>
    public PlaceReceipts With(ReceiptChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var others = All.Where(one => (one.Kind, one.Office) != (change.Kind, change.Office));
        return change.Received is { } day ? Of(Shelf, others.Append(new(change.Kind, change.Office, day))) : new(Shelf, [.. others]);
    }

    /// <inheritdoc/>
    public bool Equals(PlaceReceipts? other) => other is not null && Shelf == other.Shelf && All.SequenceEqual(other.All);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PlaceReceipts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Shelf, All.Length);
}

/// <summary>What a change of a fact does to the receipts of a shelf.</summary>
/// <param name="Shelf">The shelf.</param>
/// <param name="Kind">The dossier's kind.</param>
/// <param name="Office">The office's slug.</param>
/// <param name="Received">The day of receipt; null when it is kept there no longer.</param>
public sealed record ReceiptChange(ReceiptShelf Shelf, string Kind, string Office, DateOnly? Received)
{
    /// <summary>The changes from one fact of a dossier to the next; none where the receipt stays what and where it is.</summary>
    /// <param name="before">The fact that counted; null when none did.</param>
    /// <param name="after">The fact that counts; null when none does.</param>
    public static ImmutableArray<ReceiptChange> Between(DossierFact? before, DossierFact? after)
    {
        var (left, came) = (Of(before), Of(after));
        if (left == came) return [];
        return [.. new[] { left is not null && left.Shelf != came?.Shelf ? left with { Received = null } : null, came }.OfType<ReceiptChange>()];
    }

    private static ReceiptChange? Of(DossierFact? fact) => fact is null ? null : new(ReceiptShelf.Of(fact), fact.Kind, fact.Office, fact.Received);
}
