using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Tests.Dossiers;
using static LearningSociety.Domain.Tests.Dossiers.Sample;

namespace LearningSociety.Domain.Tests.Checks;

/// <summary>Summary tables: blanks, contradictions, doubts, and what papers around the table declare.</summary>
public sealed class SummaryCases
{
    internal static readonly Case[] Cases =
    [
        new("A blank indicator is a blank, no mismatch", Unit("1=2 1.1=- 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1"), Verdict.Incomplete, "criterion-blank unit-m18 @Tiêu chí 1, chỉ tiêu 1"),
        new("A blank indicator may explain a lower criterion", Unit("1=1 1.1=- 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1"), Verdict.Incomplete, "criterion-blank unit-m18 @Tiêu chí 1, chỉ tiêu 1"),
        new("A blank indicator cannot lift a criterion above its others", Unit("1=2 1.1=- 1.2=1 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1"), Verdict.Incomplete,
            "criterion-blank unit-m18 @Tiêu chí 1, chỉ tiêu 1", "result-mismatch.criterion-bound unit-m18 @Tiêu chí 1"),
        new("A blank criterion row", Unit("1=- 1.1=2 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1"), Verdict.Incomplete, "criterion-blank unit-m18 @Tiêu chí 1"),
        new("A blank overall row", Unit("1=2 1.1=2 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=-"), Verdict.Incomplete, "criterion-blank unit-m18 @Dòng TỔNG HỢP"),
        new("A table with nothing filled in is said once", Unit("1=- 1.1=- 1.2=- 2=- 2.1=- overall=-"), Verdict.Incomplete, "criterion-blank.all unit-m18"),

        new("A criterion above its lowest indicator", Unit("1=2 1.1=1 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1"), Verdict.Incomplete, "result-mismatch.criterion unit-m18 @Tiêu chí 1"),
        new("A criterion below its lowest indicator", Unit("1=1 1.1=2 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1"), Verdict.Incomplete, "result-mismatch.criterion unit-m18 @Tiêu chí 1"),
        new("The overall row above the lowest criterion", Declares(Request(), Result.Level2).With("unit-m18", form => form.Rows("1=2 1.1=2 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=2")),
            Verdict.Incomplete, "result-mismatch.overall unit-m18 @Dòng TỔNG HỢP"),
        new("The overall row above what the filled rows allow", Declares(Request(), Result.Level2).With("unit-m18", form => form.Rows("1=1 1.1=1 2=2 2.1=- overall=2")), Verdict.Incomplete,
            "criterion-blank unit-m18 @Tiêu chí 2, chỉ tiêu 1", "result-mismatch.overall-bound unit-m18 @Dòng TỔNG HỢP"),
        new("Overall met in a district with an indicator that is not", District("1=M 1.1=M 1.2=M 1.3=M 2=M 2.1=M 2.2=M 2.3=M 2.4=M 3=M 3.1=M 3.2=M 3.3=M 4=0 4.1=0 4.2=M 4.3=M overall=M"),
            Verdict.Incomplete, "result-mismatch.overall district-3b @Dòng TỔNG HỢP"),
        new("Not met, and said so, is complete for a district", District("1=M 1.1=M 1.2=M 1.3=M 2=M 2.1=M 2.2=M 2.3=M 2.4=M 3=M 3.1=M 3.2=M 3.3=M 4=0 4.1=0 4.2=M 4.3=M overall=0"), Verdict.Complete),

        new("A result read weakly is doubt, and no ground for a mismatch", Unit("1=2 1.1=~1 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1"), Verdict.Doubtful, "low-confidence.result unit-m18 @Tiêu chí 1, chỉ tiêu 1"),
        new("An indicator's level read weakly that its criterion bears out", Unit("1=2 1.1=~2 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1").With("unit-m18", form => form.Weakly("1.1", 0.5)), Verdict.Complete),
        new("A criterion's level read weakly that its indicators bear out", Unit("1=~2 1.1=2 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1").With("unit-m18", form => form.Weakly("1", 0.5)), Verdict.Complete),
        new("What a weak level that its criterion bears out gives with the others is held against the overall row (9012-092)", Unit("1=2 1.1=~2 1.2=2 2=2 2.1=2 2.2=2 3=2 3.1=2 overall=1").With("unit-m18", form => form.Weakly("1.1", 0.5)), Verdict.Incomplete,
            "result-mismatch.overall unit-m18 @Dòng TỔNG HỢP"),
        new("A level that is hardly legible is borne out by nothing", Unit("1=2 1.1=~2 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1").With("unit-m18", form => form.Weakly("1.1", 0.2)), Verdict.Doubtful, "low-confidence.result unit-m18 @Tiêu chí 1, chỉ tiêu 1"),
        new("Two weak levels bear each other out in nothing", Unit("1=~2 1.1=~2 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1").With("unit-m18", form => form.Weakly("1", 0.5).Weakly("1.1", 0.5)), Verdict.Doubtful,
            "low-confidence.result unit-m18 @Tiêu chí 1", "low-confidence.result unit-m18 @Tiêu chí 1, chỉ tiêu 1"),
        new("Two ticks in a row are doubt, not a blank", Unit("1=2 1.1=? 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1"), Verdict.Doubtful, "low-confidence.result-doubt unit-m18 @Tiêu chí 1, chỉ tiêu 1"),
        new("A blank among results of which many cannot be read may only not have been read", Unit("1=2 1.1=? 1.2=- 2=1 2.1=? 2.2=1 3=? 3.1=2 overall=1"), Verdict.Doubtful, "low-confidence.result-doubt unit-m18 @Tiêu chí 1, chỉ tiêu 1",
            "low-confidence.result-absent unit-m18 @Tiêu chí 1, chỉ tiêu 2", "low-confidence.result-doubt unit-m18 @Tiêu chí 2, chỉ tiêu 1", "low-confidence.result-doubt unit-m18 @Tiêu chí 3"),
        new("A blank among rows whose result cells were not found may only not have been read (9006-004)", Unit("1=2 1.1=. 1.2=. 2=1 2.1=. 2.2=1 3=. 3.1=2 overall=-"), Verdict.Doubtful, "low-confidence.result-absent unit-m18 @Tiêu chí 1, chỉ tiêu 1",
            "low-confidence.result-absent unit-m18 @Tiêu chí 1, chỉ tiêu 2", "low-confidence.result-absent unit-m18 @Tiêu chí 2, chỉ tiêu 1", "low-confidence.result-absent unit-m18 @Tiêu chí 3", "low-confidence.overall-missing unit-m18 @Dòng TỔNG HỢP"),
        new("Rows numbered twice are no ground for a mismatch", Unit("1=2 1.1=2 1.1=1 1.2=2 2=1 2.1=1 overall=1"), Verdict.Doubtful, "low-confidence.row-twice unit-m18 @Tiêu chí 1, chỉ tiêu 1"),
        new("A word of another scheme", Unit("1=2 1.1=M 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1"), Verdict.Doubtful, "low-confidence.result unit-m18 @Tiêu chí 1, chỉ tiêu 1"),
        new("A row without a result cell", Unit("1=. 1.1=2 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1"), Verdict.Doubtful, "low-confidence.result-absent unit-m18 @Tiêu chí 1"),
        new("An overall result that cannot be read", Unit("1=2 1.1=2 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=?"), Verdict.Doubtful, "low-confidence.overall-doubt unit-m18 @Dòng TỔNG HỢP"),
        new("An overall result read weakly", Unit("1=2 1.1=2 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=~1"), Verdict.Doubtful, "low-confidence.declared unit-m18 @Dòng TỔNG HỢP"),
        new("An overall level read weakly that all rows bear out", Overall(Result.Level1, 0.5), Verdict.Complete),
        new("An overall level read weakly that the rows do not give", Overall(Result.Level2, 0.5), Verdict.Doubtful, "low-confidence.declared unit-m18 @Dòng TỔNG HỢP"),
        new("An overall level that is hardly legible", Overall(Result.Level1, 0.2), Verdict.Doubtful, "low-confidence.declared unit-m18 @Dòng TỔNG HỢP"),
        new("A letter's level read weakly that the summary table bears out", Request().With("unit-m10", form => form with { Declared = Sure(Result.Level1) with { Confidence = new(0.5) } }), Verdict.Complete),
        new("A letter's level read weakly that differs from the summary table", Request().With("unit-m10", form => form with { Declared = Sure(Result.Level2) with { Confidence = new(0.5) } }), Verdict.Doubtful,
            "low-confidence.declared unit-m10"),
        new("A table without an overall row", Unit("1=2 1.1=2 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2"), Verdict.Doubtful, "low-confidence.overall-missing unit-m18 @Dòng TỔNG HỢP"),
        new("A summary form without a table", Unit("overall=1"), Verdict.Doubtful, "low-confidence.table-missing unit-m18"),
        new("A criterion missing between 1 and 3", Unit("1=2 1.1=2 1.2=2 3=1 3.1=1 overall=1"), Verdict.Doubtful, "low-confidence.row-missing unit-m18 @Tiêu chí 2"),
        new("An indicator missing between 1 and 3", Unit("1=1 1.1=1 1.3=2 overall=1"), Verdict.Doubtful, "low-confidence.row-missing unit-m18 @Tiêu chí 1, chỉ tiêu 2"),
        new("A criterion's own row missing", Unit("1=2 1.1=2 2.1=1 overall=1"), Verdict.Doubtful, "low-confidence.row-missing unit-m18 @Tiêu chí 2"),
        new("A criterion without any indicator", Unit("1=2 1.1=2 2=1 overall=1"), Verdict.Doubtful, "low-confidence.row-missing unit-m18 @Tiêu chí 2, chỉ tiêu 1"),
        new("A row twice", Unit("1=1 1.1=1 1.1=1 overall=1"), Verdict.Doubtful, "low-confidence.row-twice unit-m18 @Tiêu chí 1, chỉ tiêu 1"),
        new("A district's table lacks its last indicator", District("1=M 1.1=M 1.2=M 1.3=M 2=M 2.1=M 2.2=M 2.3=M 2.4=M 3=M 3.1=M 3.2=M 3.3=M 4=M 4.1=M 4.2=M overall=M"),
            Verdict.Doubtful, "low-confidence.row-missing district-3b @Tiêu chí 4, chỉ tiêu 3"),

        new("Points without a threshold are not blank", District("1=10/10 1.1=4/4 1.2=3/3 1.3=3/3 2=10/10 2.1=3/3 2.2=3/3 2.3=2/2 2.4=2/2 3=9/9 3.1=3/3 3.2=3/3 3.3=3/3 4=9/9 4.1=3/3 4.2=3/3 4.3=3/3 overall=-"), Verdict.Complete),
        new("A row without points in a table of points", District("1=10/10 1.1=4/4 1.2=- 1.3=3/3 2=10/10 2.1=3/3 2.2=3/3 2.3=2/2 2.4=2/2 3=9/9 3.1=3/3 3.2=3/3 3.3=3/3 4=9/9 4.1=3/3 4.2=3/3 4.3=3/3 overall=-"),
            Verdict.Incomplete, "criterion-blank district-3b @Tiêu chí 1, chỉ tiêu 2"),

        new("An indicator met without a word of evidence", Request().With("unit-m18", form => form.WithoutSummary("1.1")), Verdict.Complete, "evidence-empty unit-m18 @Tiêu chí 1, chỉ tiêu 1"),
        new("No indicator has evidence: said once", Request().With("unit-m18", form => form.WithoutSummary("1.1", "1.2", "2.1", "2.2", "3.1")), Verdict.Complete, "evidence-empty.all unit-m18"),

        new("The letter asks for another level than the table gives", Request().With("unit-m10", form => form with { Declared = Sure(Result.Level2) }), Verdict.Incomplete, "declared-differs unit-m10"),
        new("The draft decision names another level", CouncilFile().With("unit-m20", form => form with { Declared = Sure(Result.Level2) }), Verdict.Incomplete, "declared-differs unit-m20"),
        new("The letter's level read weakly", Request().With("unit-m10", form => form with { Declared = Weak(Result.Level2) }), Verdict.Doubtful, "low-confidence.declared unit-m10"),
        new("The letter names no level", Request().With("unit-m10", form => form with { Declared = null }), Verdict.Doubtful, "low-confidence.declared-missing unit-m10"),
        new("A request although the result is not met", Declares(Request(), Result.NotMet).With("unit-m18", form => form.Rows("1=0 1.1=0 1.2=2 overall=0")), Verdict.Complete, "not-eligible"),
        new("A self-assessment that is not met asks for nothing", SelfAssessment().With("unit-m04", form => form with { Declared = Sure(Result.NotMet) })
            .With("unit-m18", form => form.Rows("1=0 1.1=0 1.2=2 overall=0")), Verdict.Complete),
        new("Declared level 2 that the rules do not give is a mismatch, no lack of eligibility", Declares(Request(), Result.Level2).With("unit-m18", form => form.Rows("1=0 1.1=0 1.2=2 overall=2")),
            Verdict.Incomplete, "result-mismatch.overall unit-m18 @Dòng TỔNG HỢP"),
        new("Level 2 asked for 11 months after level 1", Level2(), Verdict.Complete, "not-eligible.too-early") { Earlier = new(Result.Level1, new(2025, 2, 11)) },
        new("Level 2 asked for 12 months after level 1", Level2(), Verdict.Complete) { Earlier = new(Result.Level1, new(2025, 1, 10)) },
        new("Level 2 asked for at once", Level2(), Verdict.Complete),

        new("A council of six", Council(6), Verdict.Incomplete, "council-size.even unit-appraisal"),
        new("A council of three", Council(3), Verdict.Incomplete, "council-size.few unit-appraisal"),
        new("A council of four is too few before it is even", Council(4), Verdict.Incomplete, "council-size.few unit-appraisal"),
        new("A council of seven", Council(7), Verdict.Complete),
        new("Nobody can tell how many members the council has", Council(null), Verdict.Doubtful, "low-confidence.council-size-missing unit-appraisal"),
        new("The council's size read weakly", CouncilFile().With("unit-appraisal", form => form with { CouncilSize = Weak(6) }), Verdict.Doubtful, "low-confidence.council-size unit-appraisal"),

        new("In on the last day", Request().Received(2026, 1, 14), Verdict.Complete),
        new("\"Before 15 January\" excludes the 15th", Request().Received(2026, 1, 15), Verdict.Complete, "deadline-missed"),
        new("A council has until February", CouncilFile().Received(2026, 2, 14), Verdict.Complete),
        new("A council's file on 15 February", CouncilFile().Received(2026, 2, 15), Verdict.Complete, "deadline-missed"),
        new("A district has no deadline", DistrictFile().Received(2030, 1, 1), Verdict.Complete),
        new("A plan without targets", Plan("target-plan").With("target-plan", form => form with { Targets = [] }), Verdict.Doubtful, "low-confidence.targets-missing target-plan"),
        new("A target read weakly", Plan("target-plan").With("target-plan", form => form with { Targets = [Target(2025, 60, 0.5), Target(2030, 70, 1)] }), Verdict.Doubtful, "low-confidence.target target-plan"),
        new("A target that falls", Plan("target-plan").With("target-plan", form => form with { Targets = [Target(2025, 80, 0.9), Target(2030, 60, 0.9)] }), Verdict.Doubtful, "low-confidence.target target-plan", "low-confidence.target target-plan"),
        new("Targets that rise or stay", Plan("target-plan").With("target-plan", form => form with { Targets = [Target(2025, 80, 0.9), Target(2030, 80, 0.9)] }), Verdict.Complete),
        new("An annex named and not there", Plan("plan").With("plan", form => form with { NamedAnnexes = [new("Phụ lục kèm theo", null, false, null)] }), Verdict.Complete, "annex-missing plan"),
        new("The enclosure named is a form of the dossier", Request().With("unit-m10", form => form with { NamedAnnexes = [new("Bảng tổng hợp", "unit-m18", false, null)] }), Verdict.Complete),
    ];

    public static TheoryData<string> Names => Case.Names(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public void Finds_exactly_what_is_wrong(string says) => Cases.Single(one => one.Says == says).Holds();

    [Theory]
    [InlineData("1=2 1.1=2 1.2=2 2=1 2.1=2 2.2=1 overall=1", Result.Level1, Result.Level1)]
    [InlineData("1=2 1.1=2 1.2=2 2=2 2.1=2 overall=2", Result.Level2, Result.Level2)]
    [InlineData("1=2 1.1=0 1.2=2 2=2 2.1=2 overall=2", Result.Level2, Result.NotMet)]
    [InlineData("1=2 1.1=- 1.2=2 2=2 2.1=2 overall=2", Result.Level2, null)]
    [InlineData("1=- 1.1=1 1.2=2 2=2 2.1=2 overall=1", Result.Level1, Result.Level1)]
    [InlineData("1=2 1.1=2 1.3=2 overall=2", Result.Level2, null)]
    [InlineData("1=2 1.1=2 2=1 2.1=1 overall=-", null, Result.Level1)]
    [InlineData("1=2 1.1=2 2=1 overall=1", Result.Level1, null)]
    [InlineData("overall=1", Result.Level1, null)]
    public void Declared_and_computed_come_from_the_table(string table, Result? declared, Result? computed)
    {
        var outcome = new Case("", Unit(table), Verdict.Complete).Outcome;
        Assert.Equal((declared, computed), (outcome.Declared, outcome.Computed));
    }

    [Fact]
    public void Without_a_table_the_letter_declares_and_nothing_is_computed()
    {
        var outcome = new Case("", Request().Without("unit-m18"), Verdict.Incomplete).Outcome;
        Assert.Equal((Result.Level1, null), (outcome.Declared, outcome.Computed));
    }

    private static DossierReading Unit(string rows) => Request().With("unit-m18", form => form.Rows(rows));

    private static DossierReading Overall(Result read, double sure) => Unit("1=2 1.1=2 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1")
        .With("unit-m18", form => form with { Declared = Sure(read) with { Confidence = new(sure) } });

    private static DossierReading District(string rows) => DistrictFile().With("district-3b", form => form.Rows(rows));

    private static DossierReading Declares(DossierReading dossier, Result result) =>
        dossier.With("unit-m10", form => form with { Declared = Sure(result) }).With("unit-m04", form => form with { Declared = Sure(result) });

    private static DossierReading Level2() => Declares(Request(), Result.Level2).With("unit-m18", form => form.Rows("1=2 1.1=2 2=2 2.1=2 overall=2"));

    private static TargetReading Target(int year, int percent, double sure) => new("family", year, new(percent, new(sure), null, $"{percent}%"));

    private static DossierReading Council(int? members) => CouncilFile().With("unit-appraisal", form => form with { CouncilSize = members is { } size ? Sure(size) : null });
}
