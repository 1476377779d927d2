namespace LearningSociety.Cli.Stack;

/// <summary>A fault that a person can mend: it ends the program with one sentence and an exit status, without a stack trace.</summary>
public sealed class SentenceException : Exception
{
    /// <summary>Creates the fault.</summary>
    public SentenceException(string sentence, int exitStatus = 1)
        : base(sentence) => ExitStatus = exitStatus;

    /// <summary>The exit status: 1 for what went wrong, 2 for bad usage.</summary>
    public int ExitStatus { get; }
}
