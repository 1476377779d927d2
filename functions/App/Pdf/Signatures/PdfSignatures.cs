using System.Collections.Immutable;
using LearningSociety.App.Pdf.Objects;
using LearningSociety.Domain.Signatures;

namespace LearningSociety.App.Pdf.Signatures;

/// <summary>Reads and checks all digital signatures of a PDF, those of incremental updates included.</summary>
public static class PdfSignatures
{
    private const string NotRevoked = "Chưa kiểm tra việc thu hồi chứng thư.";

    /// <summary>All signatures in the order they were made; none when the file has none or cannot be opened. Never throws for what is in the file.</summary>
    public static ImmutableArray<DigitalSignature> Read(byte[] data, TrustedRoots roots, PdfLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(roots);
        limits ??= PdfLimits.Standard;
        try
        {
            data = PdfHead.Strip(data);
            var file = PdfFile.Open(data, limits);
            var pages = PdfPages.All(file, limits);
            var fields = SignatureFields.All(file, pages, limits).Where(field => field.IsSigned && !IsTimeStamp(file, field)).ToList();
            if (fields.Count == 0)
                return [];
            var shown = new Lazy<VisibleContent>(() => VisibleContent.Of(file, limits));
            return [.. fields.Select(field => Check(data, file, field, roots, limits, shown)).OrderBy(one => one.End).Select(one => one.Signature)];
        }
        catch (PdfFaultException)
        {
            return [];
        }
    }

    // A time stamp of the whole document proves a time, nobody signs with it.
    private static bool IsTimeStamp(PdfFile file, SignatureField field) =>
        file.Name(field.Value!["Type"]) == "DocTimeStamp" || file.Name(field.Value["SubFilter"]) == "ETSI.RFC3161";

    private static (int End, DigitalSignature Signature) Check(byte[] data, PdfFile file, SignatureField field, TrustedRoots roots, PdfLimits limits, Lazy<VisibleContent> shown)
    {
        var value = field.Value!;
        var stated = SignatureTime.Parse(file.Resolve(value["M"]) is PdfString date ? date.Text : null);
        var stater = file.Resolve(value["Name"]) is PdfString name ? name.Text : null;
        var (range, fault) = SignatureRange.Read(data, file, value);
        if (range is null)
            return (int.MaxValue, new(field.Name, Integrity.Broken, Coverage.EarlierRevision, null, stater, null, stated, fault));
        var contents = ((PdfString)file.Resolve(value["Contents"])).Bytes;
        var cms = CmsCheck.Verify(file.Name(value["SubFilter"]), contents, range.Covered(data), () => Certificate(file, value));
        var (time, timeNote) = SignatureTime.Choose(stated, cms.Time);
        var coverage = range.IsWholeFile(data) ? Coverage.WholeFile : Coverage.EarlierRevision;
        var signature = new DigitalSignature(
            field.Name, Integrity.Broken, coverage, null, SignerName.Common(cms.Signer) ?? stater, SignerName.Organisation(cms.Signer), time, Join(cms.Fault, timeNote));
        if (cms.Fault is not null)
            return (range.End, signature);

        var at = cms.Time ?? stated;
        var trust = at is { } moment && roots.Trusts(cms.Signer!, cms.Enclosed, moment) ? Trust.Trusted : Trust.Untrusted;
        var change = coverage == Coverage.WholeFile ? null : Change(data, range, limits, shown);
        return (range.End, signature with
        {
            Integrity = change is null ? Integrity.Valid : Integrity.ModifiedAfterSigning,
            Trust = trust,
            Note = Join(change, timeNote, at is null ? "Chữ ký không ghi thời điểm ký." : null, NotRevoked),
        });
    }

    private static string? Change(byte[] data, SignatureRange range, PdfLimits limits, Lazy<VisibleContent> shown)
    {
        try
        {
            return VisibleContent.Of(PdfFile.Open(data[..range.End], limits), limits).ChangeIn(shown.Value);
        }
        catch (PdfFaultException)
        {
            return "Không so sánh được bản đã ký với tệp hiện tại.";
        }
    }

    private static byte[]? Certificate(PdfFile file, PdfDictionary signature) => file.Resolve(signature["Cert"]) switch
    {
        PdfString one => one.Bytes,
        PdfArray { Items: [var first, ..] } when file.Resolve(first) is PdfString text => text.Bytes,
        _ => null,
    };

    private static string? Join(params string?[] notes)
    {
        var said = string.Join(" ", notes.Where(note => !string.IsNullOrEmpty(note)));
        return said.Length == 0 ? null : said;
    }
}
