using System.Collections.Immutable;
using Azure.Data.Tables;

namespace LearningSociety.App.Storage;

/// <summary>A row that only a newer release of the app can read.</summary>
public sealed class NewerRowException(string message) : Exception(message);

/// <summary>
/// The schemas that rows of a sort have had, by number, and the way from each to the next. Every row bears its number; one that bears none is of schema 1.
/// A schema is read a release before it is written: so two releases next to each other, of which one takes the other's place, read each other's rows.
/// </summary>
/// <param name="Sort">What the rows are.</param>
/// <param name="Written">The schema that is written.</param>
/// <param name="Upgrades">What makes a row of schema 1 one of schema 2, and so on; the last one leads to the newest schema that can be read.</param>
public sealed record RowSchema(string Sort, int Written, params ImmutableArray<Action<TableEntity>> Upgrades)
{
    /// <summary>The property that bears the number.</summary>
    public const string Property = "Schema";

    /// <summary>The newest schema that can be read.</summary>
    public int Newest => Upgrades.Length + 1;

    /// <summary>Numbers a row that is to be written.</summary>
    public TableEntity Stamp(TableEntity row)
    {
        ArgumentNullException.ThrowIfNull(row);
        row[Property] = Written;
        return row;
    }

    /// <summary>Brings a row that was read to the newest schema; in the table it stays what it is until it is written again.</summary>
    /// <exception cref="NewerRowException">The row is of a newer schema still.</exception>
    public TableEntity Read(TableEntity row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var schema = row.GetInt32(Property) ?? 1;
        if (schema > Newest)
            throw new NewerRowException(
                $"The row {row.PartitionKey} | {row.RowKey} ({Sort}) has schema {schema}, which a newer release of the app has written; this one reads up to {Newest}. "
                + "Roll forward to the newer release: rows are safe until then.");
        for (; schema < Newest; schema++)
            Upgrades[schema - 1](row);
        row[Property] = schema;
        return row;
    }
}
