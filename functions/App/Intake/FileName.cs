using System.Globalization;
using System.Text;

namespace LearningSociety.App.Intake;

/// <summary>A file's name as handed in: shown to people as it is, never used as a path.</summary>
public static class FileName
{
    /// <summary>Longest name, in UTF-16 units.</summary>
    public const int MaxLength = 200;

    /// <summary>
    /// The last part of what a browser or a folder gives, composed (NFC). Null with a reason in Vietnamese for names that
    /// are empty, too long, or hold control characters or ones that turn the reading direction.
    /// </summary>
    public static (string? Name, string Reason) Clean(string? given)
    {
        if (string.IsNullOrWhiteSpace(given))
            return (null, "Tệp không có tên.");
        for (var i = 0; i < given.Length; i++)
            if (char.IsSurrogate(given[i]) && (i + 1 >= given.Length || !char.IsSurrogatePair(given[i], given[i + 1])) && (i == 0 || !char.IsSurrogatePair(given[i - 1], given[i])))
                return (null, "Tên tệp có ký tự không hợp lệ.");
        foreach (var rune in given.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                return (null, $"Tên tệp có ký tự điều khiển (U+{rune.Value:X4}); hãy đổi tên tệp rồi nộp lại.");
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..].Normalize().Trim().TrimEnd('.', ' ');
        if (name.Length == 0 || name.All(letter => letter == '.'))
            return (null, "Tên tệp không hợp lệ; hãy đổi tên tệp rồi nộp lại.");
        return name.Length > MaxLength
            ? (null, $"Tên tệp dài quá {MaxLength} ký tự; hãy rút ngắn tên tệp rồi nộp lại.")
            : (name, "");
    }

    /// <summary>A name for storage paths: ASCII letters, digits, ".", "-", others as "_"; at most 80 characters.</summary>
    public static string ForPath(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var safe = new string([.. name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_')]);
        return safe.Length > 80 ? safe[..40] + safe[^40..] : safe;
    }
}
