using System.Globalization;
using LearningSociety.Generator.Chance;
using LearningSociety.Generator.Facts;

namespace LearningSociety.Generator.Forms;

/// <summary>Columns of a summary table.</summary>
public enum Column
{
    /// <summary>The number or label of the row.</summary>
    Label,

    /// <summary>The criterion that rows belong to, over all of them.</summary>
    Group,

    /// <summary>What is asked.</summary>
    Content,

    /// <summary>What was done.</summary>
    Summary,

    /// <summary>Papers that prove it.</summary>
    Evidence,

    /// <summary>One or several columns of results.</summary>
    Result,

    /// <summary>Remarks, empty.</summary>
    Remarks,
}

/// <summary>How a summary table is laid out.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Columns">From left to right, with their share of the width.</param>
/// <param name="Landscape">True on a page lying down.</param>
/// <param name="OwnRow">Where a criterion's own result stands.</param>
/// <param name="Inline">True when numbers stand before the text, in its cell.</param>
public sealed record SummaryFamily(string Name, (Column Column, int Width)[] Columns, bool Landscape, OwnRow OwnRow, bool Inline)
{
    /// <summary>All families.</summary>
    public static IReadOnlyList<SummaryFamily> All { get; } =
    [
        new("grid-a", [(Column.Label, 13), (Column.Content, 36), (Column.Summary, 33), (Column.Result, 18)], false, OwnRow.Merged, false),
        new("grid-b", [(Column.Label, 8), (Column.Content, 38), (Column.Summary, 32), (Column.Result, 22)], false, OwnRow.Plain, false),
        new("grid-c", [(Column.Label, 7), (Column.Content, 29), (Column.Summary, 26), (Column.Evidence, 12), (Column.Result, 18), (Column.Remarks, 8)], true, OwnRow.Plain, false),
        new("grid-d", [(Column.Group, 12), (Column.Label, 10), (Column.Content, 32), (Column.Summary, 28), (Column.Result, 18)], false, OwnRow.BesideGroup, false),
        new("grid-e", [(Column.Content, 40), (Column.Result, 22), (Column.Summary, 38)], false, OwnRow.Plain, true),
        new("grid-f", [(Column.Group, 20), (Column.Content, 34), (Column.Summary, 28), (Column.Result, 18)], false, OwnRow.Below, true),
        new("grid-g", [(Column.Label, 9), (Column.Content, 37), (Column.Result, 20), (Column.Summary, 34)], false, OwnRow.Merged, false),
    ];

    /// <summary>The family of that name, or one by chance.</summary>
    public static SummaryFamily Pick(Dice dice, string? name) => All.FirstOrDefault(family => family.Name == name) ?? dice.Pick(All);
}

/// <summary>Where a criterion's own result stands.</summary>
public enum OwnRow
{
    /// <summary>In a row before its indicators, the other cells merged.</summary>
    Merged,

    /// <summary>In a row before its indicators, with cells as the others.</summary>
    Plain,

    /// <summary>In the first row beside the criterion's tall cell.</summary>
    BesideGroup,

    /// <summary>In a row after its indicators.</summary>
    Below,
}

/// <summary>How rows are numbered.</summary>
public sealed record Numbering(Func<int, string> Criterion, Func<int, int, string> Indicator)
{
    private static readonly string[] Roman = ["", "I", "II", "III", "IV", "V", "VI"];

    /// <summary>One by chance.</summary>
    /// <param name="dice">Chance.</param>
    /// <param name="narrow">True when only a number has room.</param>
    public static Numbering Pick(Dice dice, bool narrow) => dice.Pick(narrow
        ? [
            new(c => Roman[c], (_, i) => $"{i}"), new(c => $"{c}", (c, i) => $"{c}.{i}"), new(c => $"{c}.", (c, i) => $"{c}.{i}."), new(c => $"{Roman[c]}.", (_, i) => $"{i}."),
            new(c => $"TC{c}", (c, i) => $"CT{c}.{i}"), new(c => $"{c}", (_, i) => $"{(char)('a' + i - 1)})"),
        ]
        : new Numbering[]
        {
            new(c => $"Tiêu chí {c}", (_, i) => $"Chỉ tiêu {i}"), new(c => $"Tiêu chí {c}", (c, i) => $"Chỉ tiêu {c}.{i}"), new(c => $"TC{c}", (_, i) => $"CT{i}"),
            new(c => $"Tiêu chí {Roman[c]}", (_, i) => $"Chỉ tiêu {i}"), new(c => $"Tiêu chí {c}", (c, i) => $"{c}.{i}"),
        });
}

/// <summary>How results stand in cells.</summary>
public enum ResultStyle
{
    /// <summary>In words.</summary>
    Words,

    /// <summary>As a mark in one of several columns.</summary>
    Ticks,

    /// <summary>As points of most points.</summary>
    Points,
}

/// <summary>The words of one secretary.</summary>
public sealed class ResultVocabulary(Dice dice)
{
    private readonly string not = dice.Pick("Không đạt", "Không đạt", "không đạt", "Chưa đạt", "KHÔNG ĐẠT");
    private readonly string level = dice.Pick("Mức độ {0}", "Mức độ {0}", "MĐ{0}", "MĐ {0}", "Mức {0}", "Đạt mức độ {0}", "Đạt mức {0}");
    private readonly string met = dice.Pick("Đạt", "Đạt", "đạt", "ĐẠT");
    private readonly bool mixes = dice.Chance(0.2);

    /// <summary>A result in words.</summary>
    public string Word(Outcome? result) => result switch
    {
        null => "",
        Outcome.NotMet => not,
        Outcome.Met => met,
        _ => string.Format(CultureInfo.InvariantCulture, mixes ? dice.Pick("Mức độ {0}", "MĐ{0}", "Đạt mức độ {0}") : level, result == Outcome.Level1 ? 1 : 2),
    };
}
