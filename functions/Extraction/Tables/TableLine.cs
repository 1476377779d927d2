using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Extraction.Layouts;

namespace LearningSociety.Extraction.Tables;

/// <summary>A row of a criterion table as it stands on one page, before it is numbered.</summary>
internal sealed record TableLine
{
    /// <summary>Its label.</summary>
    public required RowLabel Label { get; init; }

    /// <summary>The criterion that begins with this row, from a tall cell beside it; null when none begins.</summary>
    public RowLabel? Group { get; init; }

    /// <summary>What stands in that tall cell.</summary>
    public string GroupText { get; init; } = "";

    /// <summary>What stands in its label cells.</summary>
    public string LabelText { get; init; } = "";

    /// <summary>True when short ink stands in its label cells, whether or not a label could be made of it.</summary>
    public required bool HasLabelInk { get; init; }

    /// <summary>True when one cell covers label and text, as in the rows of criteria.</summary>
    public required bool IsMerged { get; init; }

    /// <summary>True for the first row of a table that goes on from the page before.</summary>
    public required bool MayContinue { get; init; }

    /// <summary>True for a row of which the end of the page cut a part.</summary>
    public bool IsCut { get; init; }

    /// <summary>What the row asks for.</summary>
    public required string Text { get; init; }

    /// <summary>The office's words.</summary>
    public required string Summary { get; init; }

    /// <summary>The result.</summary>
    public required CellResult Result { get; init; }

    /// <summary>Points given.</summary>
    public Read<decimal>? Score { get; init; }

    /// <summary>Points attainable.</summary>
    public Read<decimal>? MaxScore { get; init; }

    /// <summary>The row.</summary>
    public required Place Place { get; init; }

    /// <summary>True when nothing stands in the row.</summary>
    public bool IsEmpty => Text.Length == 0 && Summary.Length == 0 && Result.IsBlank && Score is null && MaxScore is null && !HasLabelInk;
}
