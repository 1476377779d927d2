using LearningSociety.App.Settings;

namespace LearningSociety.App.Web.Answers;

/// <summary>How much one request may carry.</summary>
/// <param name="MaxFileBytes">Largest file.</param>
/// <param name="MaxRequestBytes">Largest body: a handful of the largest files, so that one hand-in from a phone does not have to be cut up.</param>
public sealed record RequestLimits(long MaxFileBytes, long MaxRequestBytes)
{
    private const int FilesAtOnce = 10;
    private const long Frame = 1 << 20;

    /// <summary>The limits that follow from the intake's.</summary>
    public static RequestLimits Of(IntakeSettings intake)
    {
        ArgumentNullException.ThrowIfNull(intake);
        return new(intake.MaxFileBytes, (intake.MaxFileBytes * FilesAtOnce) + Frame);
    }
}
