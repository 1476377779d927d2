namespace Azure.Data.Tables;

/// <summary>What an update does with the properties that the stored row has and the given one has not.</summary>
public enum TableUpdateMode
{
    /// <summary>They stay.</summary>
    Merge = 0,

    /// <summary>They go.</summary>
    Replace = 1,
}
