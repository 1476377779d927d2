using System.Collections.Immutable;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Tests.Dossiers;
using static LearningSociety.Domain.Tests.Dossiers.Sample;

namespace LearningSociety.Domain.Tests.Checks;

/// <summary>The province's grading tables and the prose around them.</summary>
public sealed class GradingCases
{
    private const string Form = "province-grading";

    internal static readonly Case[] Cases =
    [
        new("Both tables add up", Province(), Verdict.Complete),
        new("A row's grades are not its assessed communes", Province(Gradings.Results("Cao Phong: 10 10 9 0 0 0 0", "Tổng: 10 10 9 1 0 0 0"), Gradings.Plan()), Verdict.Incomplete,
            $"sum-mismatch.row {Form} @Cao Phong", $"sum-mismatch.column {Form} @Tổng"),
        new("Assessed and not assessed are not all communes", Province(Gradings.Results("Cao Phong: 10 8 8 0 0 0 1", "Tổng: 10 8 8 0 0 0 1"), Gradings.Plan()), Verdict.Incomplete,
            $"sum-mismatch.row {Form} @Cao Phong", $"sum-mismatch.row {Form} @Tổng"),
        new("A column does not add up to the total row", Province(Gradings.Results("Cao Phong: 10 10 9 1 0 0 0", "Đà Bắc: 17 17 11 6 0 0 0", "Tổng: 27 27 21 6 0 0 0"), Gradings.Plan()), Verdict.Incomplete,
            $"sum-mismatch.column {Form} @Tổng", $"sum-mismatch.column {Form} @Tổng"),
        new("A wrong sum with a figure read weakly is doubt", Province(Gradings.Results("Cao Phong: 10 10 ~8 1 0 0 0", "Tổng: 10 10 9 1 0 0 0"), Gradings.Plan()), Verdict.Doubtful,
            $"low-confidence.figure {Form} @Cao Phong"),
        new("A figure read weakly that row and column confirm", Province(Gradings.Results("Cao Phong: 10 10 ~9 1 0 0 0", "Tổng: 10 10 9 1 0 0 0"), Gradings.Plan()), Verdict.Complete),
        new("A wrong sum of figures read none too surely is doubt", Province(Scanned(Gradings.Results("Cao Phong: 10 10 8 1 0 0 0", "Tổng: 10 10 9 1 0 0 0"), 0.9), Gradings.Plan()), Verdict.Doubtful,
            $"low-confidence.figure {Form} @Cao Phong", $"low-confidence.figure {Form} @Tổng"),
        new("A wrong sum of figures read surely on a scan is an error", Province(Scanned(Gradings.Results("Cao Phong: 10 10 8 1 0 0 0", "Tổng: 10 10 9 1 0 0 0"), 0.99), Gradings.Plan("Cao Phong: 10 10 9 1 0 0", "Tổng: 10 10 9 1 0 0")), Verdict.Incomplete,
            $"sum-mismatch.row {Form} @Cao Phong", $"sum-mismatch.column {Form} @Tổng"),
        new("A blank on a scan that row and column are short of may be a lost digit", Province(Scanned(Gradings.Results("Cao Phong: 10 10 9 0 0 0 0", "Tổng: 10 10 9 1 0 0 0"), 0.99), Gradings.Plan()), Verdict.Doubtful,
            $"low-confidence.figure {Form} @Cao Phong"),
        new("A column short of its total on a scan whose table lacks a district of the other one is doubt",
            Province(Gradings.Results("Cao Phong: 10 10 9 1 0 0 0", "Đà Bắc: 17 17 11 6 0 0 0", "Tổng: 27 27 20 7 0 0 0"), Scanned(Gradings.Plan("Cao Phong: 10 10 9 1 0 0", "Tổng: 27 27 20 7 0 0"), 0.99)), Verdict.Doubtful,
            $"low-confidence.grading-district-missing {Form}"),
        new("A digit of like shape by which row and column would add up is misread (9006-026)", Province(Scanned(Gradings.Results("Cao Phong: 15 15 45 0 0 0 0", "Đà Bắc: 10 10 9 1 0 0 0", "Tổng: 25 25 24 1 0 0 0"), 0.99), Gradings.Plan()), Verdict.Doubtful,
            $"low-confidence.figure {Form} @Cao Phong"),
        new("Nobody miscounts by ten both across and down (9008-066)", Province(Scanned(Gradings.Results("Cao Phong: 25 25 25 0 0 0 0", "Đà Bắc: 10 10 9 1 0 0 0", "Tổng: 35 35 44 1 0 0 0"), 0.99), Gradings.Plan()), Verdict.Doubtful,
            $"low-confidence.figure {Form} @Tổng"),
        new("So is a 9 for a 0 (9006-011)", Province(Scanned(Gradings.Results("Cao Phong: 15 15 15 0 9 0 0", "Đà Bắc: 10 10 9 1 0 0 0", "Tổng: 25 25 24 1 0 0 0"), 0.99), Gradings.Plan()), Verdict.Doubtful,
            $"low-confidence.figure {Form} @Cao Phong"),
        new("A digit of another shape is counted wrong", Province(Scanned(Gradings.Results("Cao Phong: 15 15 16 0 0 0 0", "Đà Bắc: 10 10 9 1 0 0 0", "Tổng: 25 25 24 1 0 0 0"), 0.99), Gradings.Plan()), Verdict.Incomplete,
            $"sum-mismatch.row {Form} @Cao Phong", $"sum-mismatch.column {Form} @Tổng"),
        new("The same on a digital page is an error",
            Province(Gradings.Results("Cao Phong: 10 10 9 1 0 0 0", "Đà Bắc: 17 17 11 6 0 0 0", "Tổng: 27 27 20 7 0 0 0"), Gradings.Plan("Cao Phong: 10 10 9 1 0 0", "Tổng: 27 27 20 7 0 0")), Verdict.Incomplete,
            [.. Enumerable.Repeat($"sum-mismatch.column {Form} @Tổng", 4)]),
        new("A column of a scan in which nothing was read, whose rows are short of what the total is short of, is doubt",
            Province(Scanned(Gradings.Results("Cao Phong: 10 8 8 0 0 0 0", "Đà Bắc: 17 16 10 6 0 0 0", "Tổng: 27 24 18 6 0 0 0"), 0.99), Gradings.Plan()), Verdict.Doubtful,
            [.. new[] { "Cao Phong", "Đà Bắc", "Tổng" }.Select(row => $"low-confidence.figure {Form} @{row}")]),
        new("No table of the plan", Province(Gradings.Results()), Verdict.Doubtful, $"low-confidence.grading-missing {Form}"),
        new("No table at all", Province().With(Form, form => form with { Gradings = [] }), Verdict.Doubtful, $"low-confidence.grading-missing {Form}", $"low-confidence.grading-missing {Form}"),
        new("A table without its total row", Province(Gradings.Results("Cao Phong: 10 10 9 1 0 0 0"), Gradings.Plan()), Verdict.Doubtful, $"low-confidence.grading-total-missing {Form}"),
        new("The plan is for another year", Province(Gradings.Results(), Gradings.Plan() with { Year = Sure(2024) }), Verdict.Incomplete, $"wrong-year.table {Form}"),
        new("The results are not of the year before", Province(Gradings.Results() with { Year = Sure(2023) }, Gradings.Plan()), Verdict.Incomplete, $"wrong-year.table {Form}"),

        new("Shares in prose as the table gives them, with point and comma", Prose(GradingKind.Results, 2022, "assessed 151", "good 109 72.2", "fair 35 23.2", "average 7 4.6"), Verdict.Complete),
        new("74,9% for 113 of 151 is 74,8%", Prose(GradingKind.Plan, 2023, "assessed 151", "good 113 74.9", "fair 36 23.8", "average 2 1.3"), Verdict.Complete, $"percentage-mismatch {Form} @Tổng"),
        new("A share without a count is of the table's", Prose(GradingKind.Plan, 2023, "good - 74.9"), Verdict.Complete, $"percentage-mismatch {Form} @Tổng"),
        new("A count in prose that is not the table's, whose figure was read weakly and is confirmed by row and column",
            Prose(GradingKind.Results, 2022, "assessed 151", "fair 36").With(Form, form => form with { Gradings = form.Gradings.SetItem(0, Gradings.Results("A: 151 151 109 35 7 0 0", "Tổng: 151 151 109 ~35 7 0 0")) }),
            Verdict.Complete, $"count-mismatch {Form} @Tổng"),
        new("A count in prose beside a figure that somebody has to look at is compared with nothing",
            Prose(GradingKind.Results, 2022, "assessed 151", "fair 36").With(Form, form => form with { Gradings = form.Gradings.SetItem(0, Gradings.Results("A: 151 151 109 35 7 0 0", "Tổng: 151 151 109 ~38 7 0 0")) }),
            Verdict.Doubtful, $"low-confidence.figure {Form} @Tổng"),
        new("A count in prose that is not the table's", Prose(GradingKind.Results, 2022, "assessed 151", "fair 36"), Verdict.Complete, $"count-mismatch {Form} @Tổng"),
    ];

    public static TheoryData<string> Names => Case.Names(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public void Finds_exactly_what_is_wrong(string says) => Cases.Single(one => one.Says == says).Holds();

    [Fact]
    public void A_wrong_sum_names_row_column_and_both_figures()
    {
        var outcome = new Case("", Province(Gradings.Results("Cao Phong: 10 10 9 1 0 0 0", "Tổng: 10 10 9 2 0 0 0"), Gradings.Plan()), Verdict.Incomplete).Outcome;
        var column = outcome.Findings.Single(finding => finding.Variant == "column");
        Assert.Equal(("Tổng", "Khá", "2", "1"), (column.Row, column.Column, column.Facts["found"], column.Facts["sum"]));
    }

    // The figures as recognition gives them; what is 0 stands blank.
    private static GradingTable Scanned(GradingTable table, double with) => table with { Rows = [.. table.Rows.Select(row => row with
    {
        Communes = Seen(row.Communes, with), Assessed = Seen(row.Assessed, with), Good = Seen(row.Good, with), Fair = Seen(row.Fair, with), Average = Seen(row.Average, with),
        Failed = row.Failed is { } failed ? Seen(failed, with) : null, NotAssessed = Seen(row.NotAssessed, with),
    })] };

    private static Read<int> Seen(Read<int> figure, double with) =>
        figure with { Confidence = new(figure.Value == 0 ? 1 : with), Raw = figure.Value == 0 ? "" : figure.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    // The totals of seed S0, with the prose given.
    private static DossierReading Prose(GradingKind kind, int year, params string[] figures) =>
        Province(Gradings.Results("A: 151 151 109 35 7 0 0", "Tổng: 151 151 109 35 7 0 0"), Gradings.Plan("A: 151 151 113 36 2 0", "Tổng: 151 151 113 36 2 0"))
            .With(Form, form => form with { ProseFigures = [.. figures.Select(figure => Figure(kind, year, figure.Split(' ')))] });

    private static ProseFigure Figure(GradingKind kind, int year, string[] parts) => new(
        kind, year, parts[0], parts[1] == "-" ? null : Sure(int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)),
        parts.Length > 2 ? Sure(decimal.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture)) : null);
}
