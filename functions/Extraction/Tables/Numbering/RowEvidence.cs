namespace LearningSociety.Extraction.Tables.Numbering;

/// <summary>What is known of a table's rows whichever way they are labelled.</summary>
internal sealed class RowEvidence
{
    /// <summary>Looks at rows, without the overall one.</summary>
    public RowEvidence(IReadOnlyList<TableLine> lines)
    {
        Lines = lines;
        Labels = [.. lines.Select(line => new LabelFit(line))];
        Groups = [.. lines.Select(line => line.Group is { } group ? new LabelFit(group, line.GroupText, false) : null)];
        IsGrouped = lines.Any(line => line.Group is not null);
        IsClosing = lines.Any(line => line.Label.Kind == LabelKind.Closing);
        HasShapes = lines.Any(line => line.IsMerged) && lines.Any(line => !line.IsMerged);
        HasSummaries = 2 * lines.Count(line => line.Summary.Length > 0) > lines.Count;
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<TableLine> Lines { get; }

    /// <summary>The label of each row.</summary>
    public IReadOnlyList<LabelFit> Labels { get; }

    /// <summary>The label of the tall cell that begins beside each row; null where none begins.</summary>
    public IReadOnlyList<LabelFit?> Groups { get; }

    /// <summary>True where tall cells name the criteria.</summary>
    public bool IsGrouped { get; }

    /// <summary>True where a row below its indicators closes each criterion.</summary>
    public bool IsClosing { get; }

    /// <summary>True where some rows have one cell over label and text and others have not.</summary>
    public bool HasShapes { get; }

    /// <summary>True where most rows have the office's words, as those of indicators do.</summary>
    public bool HasSummaries { get; }
}
