using System.Text;

namespace LearningSociety.Generator.Forms;

/// <summary>Writes HTML; every cell of a table begins with a mark of no visible size, from which the printed pages are told apart again.</summary>
public sealed class Markup
{
    private readonly StringBuilder html = new();
    private int row;
    private int column;

    /// <summary>What was written.</summary>
    public override string ToString() => html.ToString();

    /// <summary>The number of the table row that is open.</summary>
    public int Row => row;

    /// <summary>Text as HTML; letters stay as they are, so that spelling can still be changed.</summary>
    public static string Text(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);

    /// <summary>Markup as it stands.</summary>
    public Markup Raw(string markup)
    {
        html.Append(markup);
        return this;
    }

    /// <summary>A paragraph.</summary>
    public Markup Line(string text, string kind = "p") => Raw($"<p class=\"{kind}\">{Text(text)}</p>");

    /// <summary>Begins a table.</summary>
    public Markup Table(Look look, string widths)
    {
        html.Append("<table class=\"grid").Append(look.OpenSides ? " open" : "").Append(look.RepeatsHead ? " again" : "").Append(look.CutsRows ? " cut" : "").Append("\"><colgroup>");
        foreach (var width in widths.Split(' ')) html.Append("<col style=\"width:").Append(width).Append("%\">");
        html.Append("</colgroup>");
        return this;
    }

    /// <summary>Begins a row.</summary>
    public Markup Open()
    {
        row++;
        column = 0;
        html.Append("<tr>");
        return this;
    }

    /// <summary>A cell with text.</summary>
    public Markup Cell(string text, string kind = "", int across = 1, int down = 1) => RawCell(Text(text), kind, across, down);

    /// <summary>A cell with markup.</summary>
    public Markup RawCell(string inner, string kind = "", int across = 1, int down = 1)
    {
        html.Append("<td");
        if (kind.Length > 0) html.Append(" class=\"").Append(kind).Append('"');
        if (across > 1) html.Append(" colspan=\"").Append(across).Append('"');
        if (down > 1) html.Append(" rowspan=\"").Append(down).Append('"');
        html.Append("><i class=\"k\">¤").Append(row).Append('.').Append(++column).Append(";</i>").Append(inner).Append("</td>");
        return this;
    }

    /// <summary>Ends a row.</summary>
    public Markup Close() => Raw("</tr>");
}
