using System.Globalization;
using System.Text;

namespace LearningSociety.App.Storage;

/// <summary>
/// Table keys from any text. What keys must not hold (/ \ # ?, controls) and what sorts or quotes badly is written as
/// "_" and four hex digits a UTF-16 unit; letters, digits, "-" and "." stay, so that keys can be read. The way back is exact.
/// </summary>
public static class TableKeys
{
    /// <summary>A key for the text.</summary>
    public static string Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (char.IsAsciiLetterOrDigit(unit) || unit is '-' or '.' or '@')
                key.Append(unit);
            else
                key.Append('_').Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
        }

        return key.ToString();
    }

    /// <summary>The text a key was made from; null when the key was not made by <see cref="Encode"/>.</summary>
    public static string? Decode(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var text = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] != '_')
            {
                text.Append(key[i]);
                continue;
            }

            if (i + 4 >= key.Length || !ushort.TryParse(key.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
                return null;
            text.Append((char)unit);
            i += 4;
        }

        return text.ToString();
    }

    /// <summary>A revision as part of a key that sorts by number.</summary>
    public static string Revision(int revision) => $"r{revision:D6}";
}
