using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Signatures;
using LearningSociety.Domain.Tests.Dossiers;
using static LearningSociety.Domain.Tests.Dossiers.Sample;

namespace LearningSociety.Domain.Tests.Checks;

/// <summary>Which forms are there, whose, of which year, and signed by whom.</summary>
public sealed class FormCases
{
    internal static readonly Case[] Cases =
    [
        new("A request with its three forms is complete", Request(), Verdict.Complete),
        new("A self-assessment with its three forms is complete", SelfAssessment(), Verdict.Complete),
        new("A council's file is complete", CouncilFile(), Verdict.Complete),
        new("A district's annex is complete", DistrictFile(), Verdict.Complete),
        new("A plan needs no signature and may be undated", Plan("target-plan"), Verdict.Complete),
        new("A plan of units likewise", Plan("plan"), Verdict.Complete),

        new("The letter is missing", Request().Without("unit-m10"), Verdict.Incomplete, "form-missing unit-m10"),
        new("The report is missing", Request().Without("unit-m04"), Verdict.Incomplete, "form-missing unit-m04"),
        new("The summary table is missing", Request().Without("unit-m18"), Verdict.Incomplete, "form-missing unit-m18"),
        new("A form is missing, and there is a page that nobody knows", Request().Without("unit-m04").And(Strange(1)), Verdict.Incomplete, "form-missing.unrecognised unit-m04"),
        new("No file at all", Dossier("unit-request", Office, 2025), Verdict.Incomplete,
            "form-missing.no-files unit-m10", "form-missing.no-files unit-m04", "form-missing.no-files unit-m18"),
        new("A kind that the catalogue does not have", Request() with { Dossier = Request().Dossier with { Kind = "unit-other" } }, Verdict.Incomplete, "form-missing.kind"),
        new("Unknown pages beside complete forms hide nothing", Request().And(Strange(1)), Verdict.Complete),
        new("An unknown page in the middle of a form may be its own", Request().With("unit-m18", form => form with { Pages = [1, 3] }).PagesOf("3.pdf", 3)
            .AndEntry(Strange(2) with { File = "3.pdf" }), Verdict.Doubtful, "low-confidence.hidden-page unit-m18"),
        new("A letter of its own in the middle of a form is none of it (9018-063)", Request().With("unit-m18", form => form with { Pages = [1, 3] }).PagesOf("3.pdf", 3)
            .AndEntry(Strange(2) with { File = "3.pdf", OwnPapers = [2] }), Verdict.Complete),
        new("Optional forms may be there, several sheets too", Request().And(Paper("unit-m16") with { Signature = Signed(SignatureState.None) })
            .And(Paper("unit-m16") with { Signature = Signed(SignatureState.None) }), Verdict.Complete),
        new("A form told from others only weakly", Request().With("unit-m04", form => form with { Confidence = new(0.4) }), Verdict.Doubtful, "low-confidence.form unit-m04"),

        new("Last year's report", Request().With("unit-m04", form => form with { AssessedYear = Sure(2024) }), Verdict.Incomplete, "wrong-year unit-m04"),
        new("Last year's report declares another level: that is no difference", Request().With("unit-m04", form => form with { AssessedYear = Sure(2024), Declared = Sure(Result.Level2) }),
            Verdict.Incomplete, "wrong-year unit-m04"),
        new("A year that has yet to come is misread (9006-063)", Request().With("unit-m04", form => form with { AssessedYear = Sure(2028) }), Verdict.Doubtful, "low-confidence.year unit-m04"),
        new("Last year's report beside this year's is no duplicate", Request().And(Paper("unit-m04") with { AssessedYear = Sure(2024) }), Verdict.Incomplete, "wrong-year unit-m04"),
        new("A year read weakly", Request().With("unit-m04", form => form with { AssessedYear = Weak(2024) }), Verdict.Doubtful, "low-confidence.year unit-m04"),
        new("No year on a form that must state it", Request().With("unit-m04", form => form with { AssessedYear = null }), Verdict.Doubtful, "low-confidence.year-missing unit-m04"),
        new("No year on an optional form", SelfAssessment().And(Paper("unit-m05") with { AssessedYear = null }), Verdict.Complete),
        new("A plan dated in another year", Plan("plan").With("plan", form => form with { Header = form.Header with { Date = Sure(new DateOnly(2021, 3, 1)) } }), Verdict.Incomplete, "wrong-year plan"),

        new("A letter of another school", Request().With("unit-m10", form => form with { Header = Head("Trường Tiểu học Thái Thịnh") }), Verdict.Incomplete, "wrong-office unit-m10"),
        new("Capitals, abbreviation, no diacritics: the same school", Request().With("unit-m10", form => form with { Header = Head("TRUONG MN HIEN THANH") }), Verdict.Complete),
        new("Another mark in the name, surely read", Request().With("unit-m10", form => form with { Header = Head("TRƯỜNG MẦM NON HIỀN THÀNH") }), Verdict.Doubtful, "low-confidence.office unit-m10"),
        new("A name that may or may not be the school's", Request().With("unit-m10", form => form with { Header = Head("Trường Mầm non") }), Verdict.Doubtful, "low-confidence.office unit-m10"),
        new("Another school, but read weakly", Request().With("unit-m10", form => form with { Header = Head(null) with { Agency = Weak("Trường Tiểu học Thái Thịnh") } }), Verdict.Doubtful, "low-confidence.office unit-m10"),
        new("No name on a form", Request().With("unit-m10", form => form with { Header = Head(null) }), Verdict.Doubtful, "low-confidence.office-missing unit-m10"),
        new("No letterhead, but the text names the school", Request().With("unit-m10", form => form with { Header = Head(null), NamedOffices = [Sure(Office)] }), Verdict.Complete),
        new("The text speaks of another school", Request().With("unit-m10", form => form with { NamedOffices = [Sure("Trường Tiểu học Thái Thịnh")] }), Verdict.Doubtful, "low-confidence.office-conflict unit-m10"),
        new("The text addresses the People's Committee", Request().With("unit-m10", form => form with { NamedOffices = [Sure("Ủy ban nhân dân phường Kinh Môn")] }), Verdict.Complete),
        new("The council writes about another school", CouncilFile().With("unit-m19", form => form with { NamedOffices = [Sure("Trường Tiểu học Thái Thịnh")] }), Verdict.Incomplete, "wrong-office unit-m19"),
        new("The council's table about another school", CouncilFile().With("unit-m18", form => form with { NamedOffices = [Sure("Trường Tiểu học Thái Thịnh")] }), Verdict.Incomplete, "wrong-office unit-m18"),
        new("The council's table names nobody", CouncilFile().With("unit-m18", form => form with { NamedOffices = [] }), Verdict.Doubtful, "low-confidence.office unit-m18"),
        new("The committee's draft about another school", CouncilFile().With("unit-m20", form => form with { NamedOffices = [Sure("Trường Tiểu học Thái Thịnh")] }), Verdict.Incomplete, "wrong-office unit-m20"),
        new("An annex of another district", DistrictFile().With("district-3b", form => form with { NamedOffices = [Sure("Huyện Hóc Môn")] }), Verdict.Incomplete, "wrong-office district-3b"),
        new("An annex signed digitally by the office that it does not name", DistrictFile().With("district-3b", form => form with
        {
            NamedOffices = [],
            Signature = Digital(Trust.Trusted) with { Digital = [Digital(Trust.Trusted).Digital[0] with { Signer = "UBND THÀNH PHỐ THỦ ĐỨC" }] },
        }), Verdict.Complete),

        new("A letter without signature and seal", Unsigned("unit-m10", SignatureState.None), Verdict.Incomplete, "form-unsigned.none unit-m10"),
        new("A letter with a seal alone", Unsigned("unit-m10", SignatureState.SealOnly), Verdict.Incomplete, "form-unsigned.seal-only unit-m10"),
        new("A letter with a signature alone", Unsigned("unit-m10", SignatureState.HandOnly), Verdict.Incomplete, "form-unsigned.hand-only unit-m10"),
        new("Nobody looked for a seal", Unsigned("unit-m10", SignatureState.Unknown), Verdict.Doubtful, "low-confidence.signature-unknown unit-m10"),
        new("A digital signature stands for signature and seal", Unsigned("unit-m10", SignatureState.Digital), Verdict.Complete),
        new("A seal seen only weakly", Request().With("unit-m10", form => form with { Signature = Signed(SignatureState.Paper, 0.4) }), Verdict.Doubtful, "low-confidence.signature unit-m10"),
        new("Minutes with a signature and a trace of a seal are signed", SelfAssessment().With("unit-m08", form => form with { Signature = Traced(hand: 0.9, seal: 0.5) }), Verdict.Complete),
        new("Minutes with a seal and a trace of a signature", SelfAssessment().With("unit-m08", form => form with { Signature = Traced(hand: 0.5, seal: 0.9) }), Verdict.Doubtful, "low-confidence.signature unit-m08"),
        new("A letter with a signature and a trace of a seal", Request().With("unit-m10", form => form with { Signature = Traced(hand: 0.9, seal: 0.5) }), Verdict.Doubtful, "low-confidence.signature unit-m10"),
        new("Minutes with a signature alone are signed", SelfAssessment().With("unit-m08", form => form with { Signature = Signed(SignatureState.HandOnly) }), Verdict.Complete),
        new("Minutes without a signature", SelfAssessment().With("unit-m08", form => form with { Signature = Signed(SignatureState.None) }), Verdict.Incomplete, "form-unsigned.signature-missing unit-m08"),
        new("Minutes with a seal alone", SelfAssessment().With("unit-m08", form => form with { Signature = Signed(SignatureState.SealOnly) }), Verdict.Incomplete, "form-unsigned.seal-only unit-m08"),
        new("A digital signature that no longer holds", Request().With("unit-m10", form => form with { Signature = Digital(Trust.Trusted, Integrity.ModifiedAfterSigning) }), Verdict.Incomplete,
            "signature-invalid.noted unit-m10"),
        new("An intact signature of an unknown issuer", Request().With("unit-m10", form => form with { Signature = Digital(Trust.Untrusted) }), Verdict.Complete, "signer-untrusted unit-m10"),
        new("One such signature over a file of three forms is said once", Request() with
        {
            Files = [new("ho-so.pdf", 3, [])],
            Forms = [.. Request().Forms.Select((form, index) => form with { File = "ho-so.pdf", Pages = [index + 1], Signature = Digital(Trust.Untrusted) })],
        }, Verdict.Complete, "signer-untrusted"),

        new("A form over two files, signed on the last page", Request().With("unit-m04", form => form with { Signature = Signed(SignatureState.None) }).And(
            Paper("unit-m04") with { Header = FormHeader.Empty with { Signer = Sure("Đỗ Mạnh Quyền") }, AssessedYear = null, ContinuesPrevious = true }), Verdict.Complete),
        new("A table over two files", Request().With("unit-m18", form => form.Rows("1=2 1.1=2 1.2=2") with { Signature = Signed(SignatureState.None) }).And(
            (Paper("unit-m18") with { Header = FormHeader.Empty, AssessedYear = null }).Rows("2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1")), Verdict.Complete),
        new("The same table twice", Request().And(Paper("unit-m18").Rows(UnitRows)), Verdict.Complete, "form-duplicate unit-m18"),
        new("Two tables that say different things", Request().And(Paper("unit-m18").Rows("1=2 1.1=2 1.2=2 2=1 2.1=1 2.2=1 3=2 3.1=2 overall=1")), Verdict.Doubtful,
            "form-duplicate unit-m18", "low-confidence.duplicate unit-m18"),
    ];

    public static TheoryData<string> Names => Case.Names(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public void Finds_exactly_what_is_wrong(string says) => Cases.Single(one => one.Says == says).Holds();

    private static FormReading Strange(int page) => new() { Form = FormReading.Unknown, File = "x", Pages = [page], Confidence = new(0.2), Reason = "" };

    private static SignatureReading Traced(double hand, double seal) => Signed(SignatureState.Paper, Math.Min(hand, seal)) with
    {
        Marks = [new(InkKind.Signature, new(hand), new("a.pdf", 1)), new(InkKind.Seal, new(seal), new("a.pdf", 1))],
    };

    private static DossierReading Unsigned(string form, SignatureState state) => Request().With(form, one => one with { Signature = Signed(state) });
}

internal static class PageChanges
{
    internal static DossierReading PagesOf(this DossierReading dossier, string file, int pages) =>
        dossier with { Files = [.. dossier.Files.Select(one => one.Name == file ? one with { PageCount = pages } : one)] };

    internal static DossierReading AndEntry(this DossierReading dossier, FormReading form) => dossier with { Forms = dossier.Forms.Add(form) };

    internal static DossierReading Fault(this DossierReading dossier, string file, FindingCode code, int? page = null, string reason = "") => dossier with
    {
        Files = [.. dossier.Files.Select(one => one.Name == file ? one with { Problems = one.Problems.Add(new(code, page, reason, page is null ? null : 1)) } : one)],
    };
}
