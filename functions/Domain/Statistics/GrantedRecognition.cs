using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Statistics;

/// <summary>A recognition that people decided on, of an office as a learning unit or of a place as a learning community.</summary>
/// <param name="Office">The office's slug; null for a place.</param>
/// <param name="Place">The administrative unit's code; null for an office.</param>
/// <param name="Level">The level.</param>
/// <param name="Decision">Number of the decision.</param>
/// <param name="Decided">Date of the decision.</param>
/// <param name="Expires">Last day in force where the decision says so; else the scheme's term holds.</param>
public sealed record GrantedRecognition(string? Office, string? Place, Result Level, string Decision, DateOnly Decided, DateOnly? Expires)
{
    /// <summary>The slug or code of whom it is about.</summary>
    public string Subject => Office ?? Place ?? "";

    /// <summary>The recognition for the rules on terms.</summary>
    public GivenRecognition Given => new(Level, Decided);
}
