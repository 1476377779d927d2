using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Limits;

/// <summary>What Azure takes as a key.</summary>
internal static class KeyLimits
{
    /// <summary>1 KiB of UTF-16.</summary>
    public const int MaxCharacters = 512;

    /// <summary>Checks one key of a row that is to be written.</summary>
    /// <param name="name">PartitionKey or RowKey.</param>
    /// <param name="key">The key; the empty one is allowed.</param>
    /// <exception cref="ArgumentNullException">The key is null.</exception>
    /// <exception cref="RequestFailedException">Azure would refuse the key (KeyValueTooLarge, OutOfRangeInput).</exception>
    public static void Check(string name, string? key)
    {
        ArgumentNullException.ThrowIfNull(key, name);
        if (key.Length > MaxCharacters)
        {
            throw Refusal.BadRequest(
                TableErrorCode.KeyValueTooLarge,
                $"The '{name}' has {key.Length} characters; a key may have {MaxCharacters} at most (1 KiB in UTF-16).");
        }

        foreach (var c in key)
        {
            if (IsRefused(c))
            {
                throw Refusal.BadRequest(
                    TableErrorCode.OutOfRangeInput,
                    $"The '{name}' parameter of value '{key}' is out of range: keys must not hold U+{(int)c:X4} (nor / \\ # ? or control characters).");
            }
        }
    }

    private static bool IsRefused(char c) => c is '/' or '\\' or '#' or '?' or <= '\u001F' or (>= '\u007F' and <= '\u009F');
}
