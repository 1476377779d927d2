namespace Microsoft.DurableTask;

/// <summary>Which of two versions of orchestrations is the older one.</summary>
internal static class VersionOrder
{
    /// <summary>
    /// Below zero when the first version is older, above when it is newer. None is older than any and equal to none; two that
    /// <see cref="Version"/> understands ("1.9", "1.10") compare as it says, any others as text without regard to case ("10" is then older than "9").
    /// </summary>
    public static int Compare(string first, string second)
    {
        var (isFirst, isSecond) = (!string.IsNullOrWhiteSpace(first), !string.IsNullOrWhiteSpace(second));
        if (!isFirst || !isSecond)
            return isFirst.CompareTo(isSecond);
        return Version.TryParse(first, out var a) && Version.TryParse(second, out var b)
            ? a.CompareTo(b)
            : string.Compare(first, second, StringComparison.OrdinalIgnoreCase);
    }
}
