using System.Globalization;
using Azure.Data.Tables;

namespace LearningSociety.Embedded.Durable.Store;

/// <summary>
/// Long texts in rows: a property holds at most 64 KiB and a row at most 1 MiB, both counted in UTF-16, so a text is
/// cut into properties T0, T1, … and, when those do not suffice, into further rows of the same key with a higher part number.
/// </summary>
internal static class TextRows
{
    private const int PropertyLength = 30_000;
    private const int RowLength = 10 * PropertyLength;

    /// <summary>The rows of a text. The first says how many there are.</summary>
    public static IEnumerable<TableEntity> Cut(string partition, string key, string text)
    {
        var parts = Math.Max(1, (text.Length + RowLength - 1) / RowLength);
        for (var part = 0; part < parts; part++)
        {
            var row = new TableEntity(partition, Key(key, part));
            if (part == 0)
                row["Parts"] = parts;
            var end = Math.Min(text.Length, (part + 1) * RowLength);
            for (int at = part * RowLength, property = 0; at < end; at += PropertyLength, property++)
                row[$"T{property}"] = text[at..Math.Min(end, at + PropertyLength)];
            yield return row;
        }
    }

    /// <summary>The text of a key, or null when a row of it is missing.</summary>
    public static string? Join(IReadOnlyDictionary<string, TableEntity> rows, string key)
    {
        if (!rows.TryGetValue(Key(key, 0), out var first))
            return null;
        var text = new System.Text.StringBuilder();
        for (var part = 0; part < (first.GetInt32("Parts") ?? 1); part++)
        {
            if (!rows.TryGetValue(Key(key, part), out var row))
                return null;
            for (var property = 0; row.GetString($"T{property}") is { } piece; property++)
                text.Append(piece);
        }

        return text.ToString();
    }

    /// <summary>The row key of a part.</summary>
    public static string Key(string key, int part) => string.Create(CultureInfo.InvariantCulture, $"{key}-{part:D4}");

    /// <summary>How many characters a row holds.</summary>
    public static int Length(TableEntity row)
    {
        var length = 0;
        for (var property = 0; row.GetString($"T{property}") is { } piece; property++)
            length += piece.Length;
        return length;
    }
}
