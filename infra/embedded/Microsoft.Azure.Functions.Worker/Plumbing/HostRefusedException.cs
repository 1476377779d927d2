namespace LearningSociety.Embedded.Plumbing;

/// <summary>
/// The host does not start, for a reason a person can act on. The host prints the message alone, without a stack
/// trace, and ends with exit status 1.
/// </summary>
/// <param name="message">One or two sentences: what is wrong, where, what to do.</param>
public sealed class HostRefusedException(string message) : Exception(message);
