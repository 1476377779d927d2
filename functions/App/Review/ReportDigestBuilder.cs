using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Signatures;

namespace LearningSociety.App.Review;

/// <summary>Puts a report into the order and the words in which people read it.</summary>
public static class ReportDigestBuilder
{
    /// <summary>The digest of a report.</summary>
    public static ReportDigest Build(DossierReport report, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(catalogue);
        var words = new ReportWords(catalogue);
        var groups = Groups(report, words);
        return new(
            report,
            $"{words.Kind(report.Dossier.Kind)}, năm {report.Dossier.Year}",
            words.Verdict(report.Verdict),
            Headline(report, groups),
            groups,
            Required(report, catalogue, words),
            [.. report.Documents.Select((document, index) => Found(document, index, catalogue, words))],
            Assessment(report, words));
    }

    private static ImmutableArray<FindingGroup> Groups(DossierReport report, ReportWords words) =>
        [.. report.Findings
            .Select((finding, index) => new DigestFinding(finding, index, Where(finding, words)))
            .GroupBy(finding => MeaningOf(finding.Finding.Code))
            .OrderBy(group => group.Key)
            .Select(group => new FindingGroup(group.Key, TitleOf(group.Key), [.. group.OrderByDescending(finding => finding.Finding.Severity)]))];

    /// <summary>What a finding means to the reader.</summary>
    public static FindingMeaning MeaningOf(FindingCode code) => code switch
    {
        FindingCode.FormMissing or FindingCode.FormUnsigned or FindingCode.CriterionBlank or FindingCode.AnnexMissing => FindingMeaning.Missing,
        FindingCode.PageUnreadable or FindingCode.FileEncrypted or FindingCode.FileDamaged or FindingCode.FileNotPdf or FindingCode.FileTooLarge
            or FindingCode.FileTooManyPages or FindingCode.SecretDocument => FindingMeaning.Unreadable,
        FindingCode.LowConfidence or FindingCode.TextLayerDiffers or FindingCode.SignerUntrusted or FindingCode.EvidenceEmpty
            or FindingCode.FormDuplicate or FindingCode.DeadlineMissed => FindingMeaning.Doubtful,
        FindingCode.PageBlank or FindingCode.PageDuplicate => FindingMeaning.Note,
        _ => FindingMeaning.Contradicts,
    };

    private static string TitleOf(FindingMeaning meaning) => meaning switch
    {
        FindingMeaning.Missing => "Còn thiếu",
        FindingMeaning.Contradicts => "Sai hoặc mâu thuẫn",
        FindingMeaning.Unreadable => "Tệp, trang không xử lý được",
        FindingMeaning.Doubtful => "Cần người xem lại",
        _ => "Ghi chú",
    };

    private static string Headline(DossierReport report, ImmutableArray<FindingGroup> groups)
    {
        int Errors(FindingMeaning meaning) => Count(meaning, finding => finding.Finding.Severity == Severity.Error);
        int Count(FindingMeaning meaning, Func<DigestFinding, bool> which) =>
            groups.Where(group => group.Meaning == meaning).SelectMany(group => group.Findings).Count(which);
        static string Part(int count, string words) => count == 0 ? "" : $"{count} {words}";
        static string List(params string[] parts) => string.Join(", ", parts.Where(part => part.Length > 0));

        var warnings = report.Findings.Count(finding => finding.Severity == Severity.Warning);
        switch (report.Verdict)
        {
            case Verdict.Complete:
                return "Hồ sơ có đầy đủ các biểu mẫu bắt buộc"
                    + (groups.Any(group => group.Meaning == FindingMeaning.Contradicts) ? "" : ", không thấy mâu thuẫn")
                    + (warnings == 0 ? "." : $"; có {warnings} điểm cần lưu ý.");
            case Verdict.Doubtful:
                var doubts = report.Findings.Count(finding => finding.Code == FindingCode.LowConfidence);
                return $"Chưa kết luận được: có {(doubts == 0 ? "nội dung" : $"{doubts} nội dung")} quan trọng đọc chưa chắc chắn, cần người xem lại.";
            default:
                var parts = List(
                    Part(Errors(FindingMeaning.Missing), "điểm còn thiếu"),
                    Part(Errors(FindingMeaning.Contradicts), "điểm sai hoặc mâu thuẫn"),
                    Part(Errors(FindingMeaning.Unreadable), "tệp hoặc trang không xử lý được"));
                return parts.Length == 0 ? "Hồ sơ chưa hoàn chỉnh." : $"Hồ sơ chưa hoàn chỉnh: {parts}.";
        }
    }

    // What the sentence says already is not said again under it.
    private static string Where(ReportFinding finding, ReportWords words)
    {
        string?[] parts =
        [
            finding.Form is { } form ? words.Form(form) : null,
            finding.File,
            finding.Page is { } page ? $"trang {page}" : null,
            finding.Row,
            finding.Column is { } column && !finding.Message.Contains($"cột “{column}”", StringComparison.OrdinalIgnoreCase) ? $"cột {column}" : null,
        ];
        var open = parts.OfType<string>().Where(part => !finding.Message.Contains(part, StringComparison.OrdinalIgnoreCase)).ToList();
        if (open.Any(part => part.StartsWith("trang ", StringComparison.Ordinal)) && finding.File is { } file && !open.Contains(file)) open.Insert(0, file);
        return string.Join(" · ", open);
    }

    private static ImmutableArray<RequiredForm> Required(DossierReport report, Catalogue catalogue, ReportWords words) =>
        [.. (catalogue.Kind(report.Dossier.Kind)?.Required ?? []).Select(form =>
        {
            var found = report.Documents.Where(document => document.Form == form).ToList();
            var faulty = report.Findings.Any(finding => finding.Form == form && finding.Severity == Severity.Error);
            var missing = found.Count == 0 || report.Findings.Any(finding => finding.Form == form && finding.Code == FindingCode.FormMissing);
            return new RequiredForm(
                form, words.Form(form),
                missing ? RequiredState.Missing : faulty ? RequiredState.Faulty : RequiredState.Found,
                string.Join("; ", found.Select(Where)));
        })];

    private static string Where(ReportDocument document) => $"{document.File}, {ReportWords.Pages(document.Pages)}";

    private static FoundForm Found(ReportDocument document, int index, Catalogue catalogue, ReportWords words)
    {
        var header = document.Header;
        string?[] identity =
        [
            header.Number is { } number ? $"Số {number}" : null,
            header.Date is { } date ? $"ngày {ReportWords.Day(date)}" : null,
            header.Agency,
            header.Signer is { } signer ? $"người ký: {signer}" : null,
        ];
        var rule = catalogue.Form(document.Form)?.Signing ?? SigningRule.None;
        var (signature, tone) = Signature(document.Signature, rule, words);
        return new(
            document, index, words.Form(document.Form), Where(document), string.Join(" · ", identity.Where(part => part is not null)),
            signature, tone, [.. document.Signature.Signers.Select(Signer)]);
    }

    private static (string Words, Tone Tone) Signature(ReportSignature signature, SigningRule rule, ReportWords words)
    {
        var state = words.Signature(signature.State);
        switch (signature.State)
        {
            case SignatureState.Digital when signature.Trust == Trust.Untrusted:
                return ($"{state}; {Inside(words.Label("trust", "untrusted"))}", Tone.Doubt);
            case SignatureState.Digital when signature.Trust == Trust.Trusted:
                return ($"{state}; {Inside(words.Label("trust", "trusted"))}", Tone.Good);
            case SignatureState.Digital or SignatureState.Paper:
                return (state, Tone.Good);
            case SignatureState.Invalid:
                return (state, Tone.Bad);
            case SignatureState.None when rule == SigningRule.None:
                return ("Không yêu cầu ký", Tone.Plain);
            case SignatureState.HandOnly when rule == SigningRule.Signature:
                return ("Có chữ ký", Tone.Good);
            default:
                return (state, rule == SigningRule.None ? Tone.Plain : signature.State == SignatureState.Unknown ? Tone.Doubt : Tone.Bad);
        }
    }

    // The label goes on in the middle of a sentence.
    private static string Inside(string label) => label.Length == 0 ? label : char.ToLower(label[0], CultureInfo.InvariantCulture) + label[1..];

    private static string Signer(ReportSigner signer)
    {
        string?[] parts = [signer.Name ?? "Không rõ tên người ký", signer.Organisation, signer.Time is { } time ? $"ký lúc {ReportWords.Moment(time)}" : "không ghi thời gian ký"];
        return string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private static DigestAssessment? Assessment(DossierReport report, ReportWords words)
    {
        var (declared, computed) = (report.Assessment.Declared, report.Assessment.Computed);
        if (declared is null && computed is null && report.Documents.All(document => document.Criteria.IsDefaultOrEmpty)) return null;
        var (sentence, tone) = (declared, computed) switch
        {
            (null, null) => ("Chưa xác định được kết quả tự nhận và kết quả theo quy tắc.", Tone.Doubt),
            (_, null) => ("Chưa tính được kết quả theo quy tắc vì còn dòng chưa ghi kết quả hoặc chưa có bảng tổng hợp.", Tone.Doubt),
            (null, _) => ("Hồ sơ không ghi kết quả tự nhận.", Tone.Doubt),
            _ when declared == computed => ("Kết quả tự nhận khớp với kết quả tính theo quy tắc từ các dòng của bảng tổng hợp.", Tone.Good),
            _ => ("Kết quả tự nhận khác với kết quả tính theo quy tắc từ các dòng của bảng tổng hợp.", Tone.Bad),
        };
        return new(words.Result(declared), computed is null ? "chưa tính được" : words.Result(computed), sentence, tone);
    }
}
