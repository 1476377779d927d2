using System.Collections.Immutable;

namespace LearningSociety.App.Printing;

/// <summary>A paper as people print, sign and send it: the same content for the browser, for Word and for a spreadsheet.</summary>
/// <param name="Title">What it is called, for the window and the file's properties.</param>
/// <param name="Blocks">What stands on it, from top to bottom.</param>
/// <param name="Landscape">True for a paper that is wider than high.</param>
public sealed record Paper(string Title, ImmutableArray<PaperBlock> Blocks, bool Landscape = false);

/// <summary>A part of a paper: <see cref="PaperLine"/>, <see cref="PaperPair"/> or <see cref="PaperTable"/>.</summary>
public abstract record PaperBlock;

/// <summary>Where a line stands.</summary>
public enum PaperAlignment
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>At the right.</summary>
    Right,

    /// <summary>From edge to edge, the first line indented, as running text.</summary>
    Justified,
}

/// <summary>A line or paragraph.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Alignment">Where it stands.</param>
/// <param name="Bold">True for bold.</param>
/// <param name="Italic">True for italics.</param>
/// <param name="Heading">True for a line that names what follows, as a reader of the screen hears it.</param>
/// <param name="Small">True for letters a point smaller, as in a letterhead, whose lines must not break.</param>
public sealed record PaperLine(
    string Text, PaperAlignment Alignment = PaperAlignment.Justified, bool Bold = false, bool Italic = false, bool Heading = false, bool Small = false) : PaperBlock;

/// <summary>Two columns side by side: agency and motto at the head, recipients and signature at the end.</summary>
/// <param name="Left">Lines at the left.</param>
/// <param name="Right">Lines at the right.</param>
public sealed record PaperPair(ImmutableArray<PaperLine> Left, ImmutableArray<PaperLine> Right) : PaperBlock;

/// <summary>A ruled table; its head is repeated where it goes on to another page.</summary>
/// <param name="Name">What it shows, for who cannot see it.</param>
/// <param name="Widths">Shares of the width, one for each column.</param>
/// <param name="Head">Rows of the head.</param>
/// <param name="Rows">Rows below it.</param>
public sealed record PaperTable(string Name, ImmutableArray<int> Widths, ImmutableArray<PaperRow> Head, ImmutableArray<PaperRow> Rows) : PaperBlock;

/// <summary>A row; places that a cell of a row above reaches down to have no cell of their own.</summary>
/// <param name="Cells">Its cells.</param>
public sealed record PaperRow(params ImmutableArray<PaperCell> Cells);

/// <summary>A cell: a text, a number or nothing.</summary>
/// <param name="Content">A <see cref="string"/>, an <see cref="int"/>, a <see cref="decimal"/>, or null for an empty cell.</param>
/// <param name="Bold">True for bold.</param>
/// <param name="Columns">How many columns it takes.</param>
/// <param name="Rows">How many rows it takes.</param>
public sealed record PaperCell(object? Content, bool Bold = false, int Columns = 1, int Rows = 1)
{
    /// <summary>The content as it is printed: a decimal with one decimal and a comma.</summary>
    public string Text => Content switch
    {
        null => "",
        decimal number => number.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ','),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => (string)Content,
    };

    /// <summary>True for a number.</summary>
    public bool IsNumber => Content is int or decimal;
}
