using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>What the cells of a column are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ColumnType>))]
public enum ColumnType
{
    /// <summary>Text.</summary>
    [JsonStringEnumMemberName("text")] Text,

    /// <summary>A whole number.</summary>
    [JsonStringEnumMemberName("integer")] Integer,

    /// <summary>A decimal number.</summary>
    [JsonStringEnumMemberName("decimal")] Decimal,

    /// <summary>A day, year-month-day.</summary>
    [JsonStringEnumMemberName("date")] Date,
}

/// <summary>A column of an answer: the entry of the data dictionary.</summary>
/// <param name="Name">Its name for machines, the same in JSON and CSV; the dictionary of a workbook gives it beside the head.</param>
/// <param name="Type">What its cells are: a string, an int, a decimal or a DateOnly; any may be null.</param>
/// <param name="Title">Its head for people, in Vietnamese.</param>
/// <param name="Meaning">What it says, in Vietnamese.</param>
/// <param name="Unit">The unit in Vietnamese, such as "hồ sơ" or "%"; empty for text.</param>
public sealed record Column(string Name, ColumnType Type, string Title, string Meaning, string Unit);

/// <summary>Columns with how each gets its cell from a row.</summary>
/// <typeparam name="T">The row.</typeparam>
internal sealed class ColumnSet<T>(params IReadOnlyList<(Column Column, Func<T, object?> Cell)> columns)
{
    /// <summary>The columns.</summary>
    public ImmutableArray<Column> Columns { get; } = [.. columns.Select(column => column.Column)];

    /// <summary>The cells of a row, in the order of the columns.</summary>
    public object?[] Cells(T row)
    {
        var cells = new object?[columns.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = columns[i].Cell(row);
        return cells;
    }
}
