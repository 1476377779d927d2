namespace LearningSociety.App.Access;

/// <summary>What a caller may do.</summary>
public enum Role
{
    /// <summary>Hands in its own dossiers and reads what becomes of them.</summary>
    Office,

    /// <summary>Reads every dossier.</summary>
    Reviewer,

    /// <summary>Reads every dossier and what is counted from them.</summary>
    Province,

    /// <summary>Hands in for offices, keeps the registers of offices and readers.</summary>
    Administrator,
}
