using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Limits;

/// <summary>Adds up a row as Azure counts it and refuses what is over a limit.</summary>
internal struct EntityLimits
{
    private const int MaxEntityBytes = 1024 * 1024;
    private const int MaxProperties = 252;
    private const int MaxNameCharacters = 255;
    private const int MaxTextCharacters = 32 * 1024;
    private const int MaxBinaryBytes = 64 * 1024;

    // The service's storage starts in the year 1601.
    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private int _properties;
    private long _bytes;

    public EntityLimits(string partitionKey, string rowKey) => _bytes = 4 + ((partitionKey.Length + rowKey.Length) * 2L);

    /// <summary>Counts one property.</summary>
    /// <exception cref="RequestFailedException">Azure would refuse the row because of it.</exception>
    public void Count(string name, object value)
    {
        CheckName(name);
        if (++_properties > MaxProperties)
        {
            throw Refusal.BadRequest(
                TableErrorCode.TooManyProperties,
                $"The entity contains more properties than allowed. Each entity can include up to {MaxProperties} properties to store data.");
        }

        _bytes += 8 + (name.Length * 2L) + Size(name, value);
        if (_bytes > MaxEntityBytes)
            throw Refusal.BadRequest(TableErrorCode.EntityTooLarge, "The entity is larger than the maximum allowed size (1MB).");
    }

    private static void CheckName(string name)
    {
        if (name.Length > MaxNameCharacters)
            throw Refusal.BadRequest(TableErrorCode.PropertyNameTooLong, $"The property name exceeds the maximum allowed length ({MaxNameCharacters}).");
        if (name.Length == 0 || !(char.IsLetter(name[0]) || name[0] == '_'))
            throw Refusal.BadRequest(TableErrorCode.PropertyNameInvalid, $"The property name '{name}' is invalid: it must be an identifier.");
        foreach (var c in name)
        {
            if (!(char.IsLetterOrDigit(c) || c == '_' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.ConnectorPunctuation))
                throw Refusal.BadRequest(TableErrorCode.PropertyNameInvalid, $"The property name '{name}' is invalid: it must be an identifier.");
        }
    }

    private static long Size(string name, object value)
    {
        switch (value)
        {
            case string text:
                if (text.Length > MaxTextCharacters)
                    throw TooLarge(name);
                return 4 + (text.Length * 2L);
            case byte[] bytes:
                if (bytes.Length > MaxBinaryBytes)
                    throw TooLarge(name);
                return 4 + bytes.Length;
            case DateTimeOffset instant:
                if (instant < Earliest)
                    throw Refusal.BadRequest(TableErrorCode.OutOfRangeInput, $"The '{name}' parameter of value '{instant:O}' is out of range: instants start in the year 1601.");
                return 8;
            case Guid:
                return 16;
            case bool:
                return 1;
            case int:
                return 4;
            default:
                return 8;
        }
    }

    private static RequestFailedException TooLarge(string name) => Refusal.BadRequest(
        TableErrorCode.PropertyValueTooLarge,
        $"The property value exceeds the maximum allowed size (64KB): '{name}'. If the property value is a string, it is UTF-16 encoded and the maximum number of characters should be 32K or less.");
}
