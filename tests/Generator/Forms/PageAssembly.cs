using System.Globalization;
using System.Text;
using LearningSociety.Generator.Ink;
using LearningSociety.Generator.Names;

namespace LearningSociety.Generator.Forms;

/// <summary>
/// A form as an HTML document of three copies on pages of their own: the form itself, then its prose only, then its table cells only.
/// The copies break into pages alike, so the text layers of the second and third tell what stands on each page of the first.
/// </summary>
public static class PageAssembly
{
    /// <summary>Puts a form's markup into a document.</summary>
    /// <param name="body">The form.</param>
    /// <param name="look">The look.</param>
    /// <param name="lies">True for a page lying down.</param>
    /// <param name="inks">Seals and signatures, as data addresses of pictures, by number.</param>
    public static string Document(string body, Look look, bool lies, IReadOnlyList<string> inks)
    {
        var css = new StringBuilder();
        var m = look.Margins;
        var size = lies ? "A4 landscape" : "A4";
        css.Append(Invariant($"@page {{size:{size};margin:{m.Top}mm {m.Right}mm {m.Bottom}mm {m.Left}mm}}"));
        if (look.PageNumbers) css.Append(Invariant($"@page shown {{size:{size};margin:{m.Top}mm {m.Right}mm {m.Bottom}mm {m.Left}mm;@top-center{{content:counter(page);font:{look.Size:0.#}pt '{look.Font}'}}}}@page shown:first{{@top-center{{content:none}}}}.shown{{page:shown}}"));
        css.Append(Invariant($"body{{margin:0;font:{look.Size:0.##}pt/{look.Leading:0.##} '{look.Font}';color:#000}}p{{margin:0 0 {(look.Leading - 1) * 8:0.#}pt;text-align:justify}}"));
        css.Append(".copy{padding-top:4pt}.copy+.copy{break-before:page}.next{break-before:page}.b{font-weight:bold}.i{font-style:italic}p.c,.c{text-align:center}p.right{text-align:right}p.small{font-size:88%;text-align:left;margin:0}");
        css.Append(".head{display:flex;justify-content:space-between;margin-bottom:8pt}.agency{width:43%}.motto{width:56%}.head p{margin:0;line-height:1.2}.head .number,.head .date{margin-top:5pt}");
        css.Append(look.Letterhead == 1 ? ".motto p{font-size:94%}" : ".motto p.b{font-size:86%;white-space:nowrap}");
        css.Append(".stroke{width:26%;margin:2pt auto 3pt;border-top:0.75pt solid #000}.stroke.long{width:52%}p.dashes{text-align:center;margin:-3pt 0}p.mark{text-align:right;font-weight:bold;margin:0 0 3pt}p.mark.left{text-align:left;font-weight:normal;font-style:italic}");
        css.Append("p.title{text-align:center;font-weight:bold;font-size:108%;margin:6pt 0 2pt}p.subject{text-align:center;font-weight:bold;margin:0 0 8pt}");
        css.Append(Invariant($"table.grid{{width:100%;border-collapse:collapse;table-layout:fixed;font-size:{look.TableSize:0.##}pt;line-height:1.2;margin:4pt 0 8pt}}table.grid td{{border:{look.Rule};padding:{look.Padding:0.#}pt 3.5pt;vertical-align:{look.CellAlign};position:relative;overflow-wrap:break-word}}"));
        css.Append(Invariant($"td.h{{background:{look.HeadShade};vertical-align:middle!important}}"));
        css.Append("table.open td:first-child{border-left:none}table.open tr td:last-child{border-right:none}td.h{font-weight:bold;text-align:center;overflow-wrap:normal!important;padding-left:1.5pt!important;padding-right:1.5pt!important}td.h.i{font-weight:normal}td.n{white-space:nowrap;padding-left:1pt!important;padding-right:1pt!important}thead{display:table-row-group}table.again thead{display:table-header-group}tr{break-inside:avoid}table.cut tr{break-inside:auto}");
        css.Append(".k{font-size:0.05pt;font-style:normal;letter-spacing:0;visibility:hidden}.tick{position:absolute;overflow:visible}.t{height:15pt}");
        // Nobody ticks a head: the tick of a row that the page's end cuts stands in one of its pieces.
        css.Append(".hold{display:contents}table.cut .hold{display:block;position:relative;height:12pt;break-inside:avoid}");
        css.Append(".sign{display:flex;justify-content:space-between;break-inside:avoid;padding:14mm 0 7mm;margin-top:-11mm}.to{width:42%}.by{width:52%}.by.half{width:46%}.by p{margin:0}.space{position:relative}.ink{position:absolute;background-size:100% 100%;mix-blend-mode:multiply}.name{position:relative}");
        css.Append(".prose *{visibility:visible}.prose table.grid,.prose table.grid *{visibility:hidden}.prose .k{visibility:hidden}.prose .ink,.cells .ink{display:none}.cells,.cells *{visibility:hidden}.cells table.grid,.cells table.grid td,.cells table.grid td *,.cells .k{visibility:visible}.cells .tick{visibility:hidden}");
        for (var i = 0; i < inks.Count; i++) css.Append(Invariant($".ink{i}{{background-image:url({inks[i]})}}"));
        // Letters are written as the look has it; markup is plain ASCII and stays.
        var text = look.Spelling switch { Spelling.Decomposed => Vietnamese.Decomposed(body), Spelling.OldTones => Vietnamese.OldTones(body), _ => body };
        return $"<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Sample</title><style>{css}</style></head><body><div class=\"copy shown\">{text}</div><div class=\"copy prose\">{text}</div><div class=\"copy cells\">{text}</div></body></html>";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
