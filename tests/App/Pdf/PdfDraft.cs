using System.Globalization;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace LearningSociety.App.Tests.Pdf;

/// <summary>Writes small PDFs and updates of them, as offices' software does.</summary>
internal sealed class PdfDraft
{
    private const int SignatureRoom = 8192;
    private readonly MemoryStream bytes = new();
    private readonly List<int> fields = [];
    private readonly List<int> annotations = [];
    private readonly int pages;
    private int next;
    private long lastXref;

    public PdfDraft(int pages = 1)
    {
        this.pages = pages;
        Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        next = 3 + 2 * pages;
        var objects = new List<(int, string)> { (1, Catalog()), (2, $"<< /Type /Pages /Count {pages} /Kids [{string.Join(' ', Enumerable.Range(0, pages).Select(page => $"{PageNumber(page)} 0 R"))}] >>") };
        for (var page = 0; page < pages; page++)
            objects.AddRange([(PageNumber(page), Page(page)), (PageNumber(page) + 1, Content($"Trang {page + 1}"))]);
        Section(objects);
    }

    public byte[] Bytes => bytes.ToArray();

    public static int PageNumber(int page) => 3 + 2 * page;

    /// <summary>Signs what is there, by an incremental update with a field on page 1.</summary>
    public PdfDraft Sign(X509Certificate2 signer, string field, string date = "D:20260110091500+07'00'", bool appearance = true, X509Certificate2? enclose = null)
    {
        var (value, widget, look) = (next++, next++, next++);
        fields.Add(widget);
        annotations.Add(widget);
        var placeholder = $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 {new string('1', 10)} {new string('2', 10)} {new string('3', 10)}] /M ({date}) /Contents <{new string('0', SignatureRoom * 2)}> >>";
        Section([
            (1, Catalog()), (PageNumber(0), Page(0)), (value, placeholder),
            (widget, $"<< /Type /Annot /Subtype /Widget /FT /Sig /T ({field}) /V {value} 0 R /Rect [100 100 200 150] /P {PageNumber(0)} 0 R{(appearance ? $" /AP << /N {look} 0 R >>" : "")} >>"),
            (look, Stream("<< /Type /XObject /Subtype /Form /BBox [0 0 100 50]", $"0 0 m ({field}) Tj")),
        ]);
        Fill(signer, enclose);
        return this;
    }

    /// <summary>Changes what page 1 shows, by an incremental update.</summary>
    public PdfDraft ChangeContent(string text)
    {
        Section([(PageNumber(0) + 1, Content(text))]);
        return this;
    }

    /// <summary>Adds a note that shows, by an incremental update.</summary>
    public PdfDraft AddNote()
    {
        var note = next++;
        annotations.Add(note);
        Section([(PageNumber(0), Page(0)), (note, "<< /Type /Annot /Subtype /FreeText /Rect [10 10 300 60] /Contents (Da sua) >>")]);
        return this;
    }

    /// <summary>Adds validation data of signatures (DSS), which shows nothing.</summary>
    public PdfDraft AddValidationData()
    {
        var store = next++;
        Section([(1, Catalog($" /DSS {store} 0 R")), (store, "<< /Type /DSS /Certs [] >>")]);
        return this;
    }

    /// <summary>Adds a signature field with a picture and no signature in it.</summary>
    public PdfDraft AddUnsignedPicture()
    {
        var (widget, look) = (next++, next++);
        fields.Add(widget);
        annotations.Add(widget);
        Section([
            (1, Catalog()), (PageNumber(0), Page(0)),
            (widget, $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Gia) /Rect [0 0 600 800] /P {PageNumber(0)} 0 R /AP << /N {look} 0 R >> >>"),
            (look, Stream("<< /Type /XObject /Subtype /Form /BBox [0 0 600 800]", "(Noi dung khac) Tj")),
        ]);
        return this;
    }

    /// <summary>Adds an object by an incremental update.</summary>
    public PdfDraft Update(int number, string body)
    {
        Section([(number, body)]);
        return this;
    }

    public static string Stream(string head, string content) => $"{head} /Length {content.Length} >>\nstream\n{content}\nendstream";

    private void Fill(X509Certificate2 signer, X509Certificate2? enclose)
    {
        var data = bytes.ToArray();
        var open = data.AsSpan().LastIndexOf("/Contents <"u8) + "/Contents ".Length;
        var close = open + SignatureRoom * 2 + 2;
        Patch(data, "1111111111", open);
        Patch(data, "2222222222", close);
        Patch(data, "3333333333", data.Length - close);
        var cms = new SignedCms(new ContentInfo([.. data[..open], .. data[close..]]), detached: true);
        var who = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer) { IncludeOption = X509IncludeOption.EndCertOnly };
        if (enclose is not null)
            who.Certificates.Add(enclose);
        cms.ComputeSignature(who);
        var hex = Encoding.ASCII.GetBytes(Convert.ToHexString(cms.Encode()));
        hex.CopyTo(data, open + 1);
        bytes.SetLength(0);
        bytes.Write(data);
    }

    private static void Patch(byte[] data, string mark, int value)
    {
        var at = data.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(mark));
        Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture).PadRight(10)).CopyTo(data, at);
    }

    private string Catalog(string more = "") =>
        $"<< /Type /Catalog /Pages 2 0 R{(fields.Count == 0 ? "" : $" /AcroForm << /SigFlags 3 /Fields [{string.Join(' ', fields.Select(field => $"{field} 0 R"))}] >>")}{more} >>";

    private string Page(int page) =>
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents {PageNumber(page) + 1} 0 R{(page > 0 || annotations.Count == 0 ? "" : $" /Annots [{string.Join(' ', annotations.Select(one => $"{one} 0 R"))}]")} >>";

    private static string Content(string text) => Stream("<<", $"BT ({text}) Tj ET");

    private void Section(IReadOnlyList<(int Number, string Body)> objects)
    {
        var offsets = new SortedDictionary<int, long>();
        foreach (var (number, body) in objects)
        {
            offsets[number] = bytes.Length;
            Write($"{number} 0 obj\n{body}\nendobj\n");
        }

        var xref = bytes.Length;
        Write("xref\n");
        if (lastXref == 0)
            Write("0 1\n0000000000 65535 f \n");
        foreach (var (number, offset) in offsets)
            Write($"{number} 1\n{offset:D10} 00000 n \n");
        Write($"trailer\n<< /Size {next} /Root 1 0 R{(lastXref == 0 ? "" : $" /Prev {lastXref}")} >>\nstartxref\n{xref}\n%%EOF\n");
        lastXref = xref;
    }

    private void Write(string text) => bytes.Write(Encoding.Latin1.GetBytes(text));
}
