namespace LearningSociety.Domain.Evidence;

/// <summary>A value read from a page, with how sure the reading is, where it stands and what exactly stood there.</summary>
/// <param name="Value">The value understood.</param>
/// <param name="Confidence">How sure the reading is.</param>
/// <param name="Place">Where it was read; null when it was inferred from the whole form.</param>
/// <param name="Raw">The text as it stood on the page, uncorrected.</param>
public sealed record Read<T>(T Value, Confidence Confidence, Place? Place, string Raw);
