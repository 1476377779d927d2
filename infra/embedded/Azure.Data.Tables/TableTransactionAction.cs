// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.Data.Tables;

/// <summary>One change of a transaction.</summary>
public class TableTransactionAction
{
    /// <summary>Creates a change that asks for no version of the stored row.</summary>
    /// <param name="actionType">What to do.</param>
    /// <param name="entity">The row that it is done to.</param>
    /// <exception cref="ArgumentNullException">The row is null.</exception>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    /// <summary>Creates a change.</summary>
    /// <param name="actionType">What to do.</param>
    /// <param name="entity">The row that it is done to.</param>
    /// <param name="etag">The version that the stored row must have, for updates and deletes; default asks for none.</param>
    /// <exception cref="ArgumentNullException">The row is null.</exception>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ActionType = actionType;
        Entity = entity;
        ETag = etag;
    }

    /// <summary>What to do.</summary>
    public TableTransactionActionType ActionType { get; }

    /// <summary>The row that it is done to.</summary>
    public ITableEntity Entity { get; }

    /// <summary>The version that the stored row must have; default asks for none.</summary>
    public ETag ETag { get; }
}

/// <summary>What a change of a transaction does.</summary>
public enum TableTransactionActionType
{
    /// <summary>Adds the row; it must not be there yet.</summary>
    Add = 0,

    /// <summary>Merges into a row that must be there.</summary>
    UpdateMerge = 1,

    /// <summary>Replaces a row that must be there.</summary>
    UpdateReplace = 2,

    /// <summary>Deletes a row that must be there.</summary>
    Delete = 3,

    /// <summary>Merges into the row, or adds it.</summary>
    UpsertMerge = 4,

    /// <summary>Replaces the row, or adds it.</summary>
    UpsertReplace = 5,
}
