using LearningSociety.App.Web.Markup;

namespace LearningSociety.App.Printing;

/// <summary>A paper in a page of the browser, as it will be printed.</summary>
internal static class PaperPage
{
    /// <summary>The paper's markup.</summary>
    public static Html Of(Paper paper) => Html.Of($"""
        <article class="paper{(paper.Landscape ? " landscape" : "")}">{Html.Each(paper.Blocks, Block)}</article>
        """);

    private static Html Block(PaperBlock block) => block switch
    {
        PaperLine line => Line(line),
        PaperPair pair => Html.Of($"""<div class="pair"><div>{Html.Each(pair.Left, Line)}</div><div>{Html.Each(pair.Right, Line)}</div></div>"""),
        PaperTable table => Html.Of($"""
            <div class="scroll"><table class="ruled"><caption class="unseen">{table.Name}</caption>
            <colgroup>{Html.Each(table.Widths, width => Html.Of($"""<col width="{100 * width / table.Widths.Sum()}%">"""))}</colgroup>
            <thead>{Html.Each(table.Head, row => Row(row, isHead: true))}</thead>
            <tbody>{Html.Each(table.Rows, row => Row(row, isHead: false))}</tbody></table></div>
            """),
        _ => throw new InvalidOperationException($"A paper holds no {block.GetType().Name}."),
    };

    private static Html Line(PaperLine line)
    {
        var look = $"{line.Alignment}{(line.Bold ? " bold" : "")}{(line.Italic ? " italic" : "")}{(line.Small ? " small" : "")}".ToLowerInvariant();
        return line.Heading ? Html.Of($"""<h2 class="{look}">{line.Text}</h2>""") : Html.Of($"""<p class="{look}">{Room(line.Text)}</p>""");
    }

    // A browser makes one of several spaces and nothing of an empty line; on paper they are room to write and sign in.
    private static string Room(string text) => text.Length == 0 ? "\u00A0" : text.Replace("  ", " \u00A0", StringComparison.Ordinal);

    private static Html Row(PaperRow row, bool isHead) => Html.Of($"""<tr>{Html.Each(row.Cells, cell => Cell(cell, isHead))}</tr>""");

    private static Html Cell(PaperCell cell, bool isHead) => isHead
        ? Html.Of($"""<th scope="col" colspan="{cell.Columns}" rowspan="{cell.Rows}">{cell.Text}</th>""")
        : Html.Of($"""<td class="{(cell.IsNumber ? "number" : "text")}{(cell.Bold ? " bold" : "")}" colspan="{cell.Columns}" rowspan="{cell.Rows}">{cell.Text}</td>""");
}
