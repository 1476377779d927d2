using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Signatures;
using LearningSociety.Domain.Tests.Dossiers;
using static LearningSociety.Domain.Tests.Dossiers.Sample;

namespace LearningSociety.Domain.Tests.Checks;

/// <summary>Faults of files and pages.</summary>
public sealed class FileCases
{
    internal static readonly Case[] Cases =
    [
        new("A file with a password", Request().Without("unit-m04").WithFile("a.pdf", 0).Fault("a.pdf", FindingCode.FileEncrypted), Verdict.Incomplete, "file-encrypted", "form-missing unit-m04"),
        new("A damaged file, with a reason", Request().WithFile("a.pdf", 0).Fault("a.pdf", FindingCode.FileDamaged, null, "thiếu phần cuối tệp."), Verdict.Incomplete, "file-damaged.reason"),
        new("A file that is not a PDF", Request().WithFile("a.docx", 0).Fault("a.docx", FindingCode.FileNotPdf), Verdict.Incomplete, "file-not-pdf"),
        new("A file that is too large", Request().WithFile("a.pdf", 0).Fault("a.pdf", FindingCode.FileTooLarge, null, "120 MB, tối đa 100 MB"), Verdict.Incomplete, "file-too-large.reason"),
        new("A file with too many pages", Request().WithFile("a.pdf", 900).Fault("a.pdf", FindingCode.FileTooManyPages), Verdict.Incomplete, "file-too-many-pages"),
        new("A secret document", Request().WithFile("a.pdf", 1).Fault("a.pdf", FindingCode.SecretDocument), Verdict.Incomplete, "secret-document"),
        new("A page that cannot be read", Request().PagesOf("1.pdf", 2).Fault("1.pdf", FindingCode.PageUnreadable, 2, "ảnh quá mờ"), Verdict.Incomplete, "page-unreadable.reason"),
        new("A signature may stand on the page that cannot be read (9005-082)", Request().With("unit-m10", form => form with { Signature = Signed(SignatureState.None) }).PagesOf("1.pdf", 2).Fault("1.pdf", FindingCode.PageUnreadable, 2, "ảnh quá mờ"),
            Verdict.Incomplete, "low-confidence.signature-unknown unit-m10", "page-unreadable.reason"),
        new("A blank page is nothing to mend", Request().PagesOf("1.pdf", 2).Fault("1.pdf", FindingCode.PageBlank, 2), Verdict.Complete, "page-blank"),
        new("A page twice is nothing to mend", Request().PagesOf("1.pdf", 2).Fault("1.pdf", FindingCode.PageDuplicate, 2), Verdict.Complete, "page-duplicate"),
        new("A page that may be there twice (9006-011)", Request().PagesOf("1.pdf", 2).Fault("1.pdf", FindingCode.PageDuplicate, 2).Fault("1.pdf", FindingCode.LowConfidence, 2, "“228”, “223”"), Verdict.Doubtful, "page-duplicate", "low-confidence.copy"),
        new("A page that nobody accounts for", Request().PagesOf("1.pdf", 2), Verdict.Doubtful, "low-confidence.page"),
        new("A file without pages and without a reason was not looked at", Request().WithFile("a.pdf", 0), Verdict.Incomplete, "file-damaged"),
    ];

    public static TheoryData<string> Names => Case.Names(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public void Finds_exactly_what_is_wrong(string says) => Cases.Single(one => one.Says == says).Holds();
}

internal static class FileChanges
{
    internal static LearningSociety.Domain.Dossiers.DossierReading WithFile(this LearningSociety.Domain.Dossiers.DossierReading dossier, string file, int pages) =>
        dossier with { Files = dossier.Files.Add(new(file, pages, [])) };
}
