using LearningSociety.Domain.Checks;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Statistics;
using LearningSociety.Domain.Tests.Dossiers;

namespace LearningSociety.Domain.Tests.Statistics;

public sealed class DossierFactTests
{
    [Fact]
    public void A_request_gives_its_summary_table()
    {
        var fact = Of(Sample.Request());
        Assert.Equal(("unit-2023", Verdict.Complete, Result.Level1, Result.Level1), (fact.Scheme, fact.Verdict, fact.Declared, fact.Computed));
        Assert.Equal(["1 -", "1 1", "1 2", "2 -", "2 1", "2 2", "3 -", "3 1"], fact.Criteria.Select(row => $"{row.Criterion} {row.Indicator?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}"));
    }

    [Fact]
    public void A_plan_gives_its_targets_and_a_province_its_gradings()
    {
        Assert.Equal([new FactTarget("family", 2025, 70)], Of(Sample.Plan("target-plan")).Targets);
        var province = Of(Sample.Province());
        Assert.Equal([GradingKind.Results, GradingKind.Plan], province.Gradings.Select(table => table.Kind));
        Assert.Null(province.Scheme);
    }

    [Fact]
    public void Of_a_row_that_stands_in_two_files_the_one_with_a_result_counts()
    {
        var report = Report(Sample.Request());
        var table = report.Documents.Single(document => document.Form == "unit-m18");
        var blank = table with { File = "b.pdf", Criteria = [table.Criteria[1] with { Result = null }] };

        var fact = DossierFact.Of(report with { Documents = [blank, .. report.Documents] }, new("17"), Sample.Catalogue);

        Assert.Equal(Of(Sample.Request()).Criteria, fact.Criteria);
    }

    [Fact]
    public void A_row_whose_number_no_scheme_has_is_not_counted()
    {
        var report = Report(Sample.Request());
        var table = report.Documents.Single(document => document.Form == "unit-m18");
        var strange = table with { Criteria = [table.Criteria[0] with { Criterion = 2025 }, table.Criteria[1] with { Indicator = 31 }, table.Criteria[1] with { Indicator = 0 }, .. table.Criteria] };
        Assert.Equal(Of(Sample.Request()).Criteria, DossierFact.Of(report with { Documents = [strange] }, new("17"), Sample.Catalogue).Criteria);
    }

    private static DossierFact Of(Domain.Dossiers.DossierReading reading) => DossierFact.Of(Report(reading), new PlacePath("17"), Sample.Catalogue);

    private static DossierReport Report(Domain.Dossiers.DossierReading reading) =>
        ReportComposer.Compose(reading, CompletenessCheck.Run(reading, Sample.Catalogue), Sample.Catalogue);
}
