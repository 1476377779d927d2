using LearningSociety.Catalog;
using LearningSociety.Domain.Catalogues;

namespace LearningSociety.Domain.Tests.Catalogues;

public sealed class ShippedCatalogueTests
{
    private static readonly CatalogueResult Result = CatalogueLoader.Load();

    private static Catalogue Catalogue => Result.Catalogue!;

    [Fact]
    public void The_shipped_catalogue_has_no_problem() => Assert.Empty(Result.Problems);

    [Theory]
    [InlineData("unit-self-assessment", "unit-m04 unit-m18 unit-m08", "unit-m03 unit-m05 unit-m06 unit-m16", "2026-01-15")]
    [InlineData("unit-request", "unit-m10 unit-m04 unit-m18", "unit-m08 unit-m03 unit-m05 unit-m06 unit-m16", "2026-01-15")]
    [InlineData("unit-council", "unit-m19 unit-appraisal unit-m18 unit-m20", "", "2026-02-15")]
    [InlineData("district-community", "district-3b", "", null)]
    [InlineData("province-grading", "province-grading", "", null)]
    [InlineData("target-plan", "target-plan", "", null)]
    [InlineData("plan", "plan", "", null)]
    public void Each_kind_of_dossier_names_its_forms_and_its_deadline_for_2025(string id, string required, string optional, string? before)
    {
        var kind = Catalogue.Kind(id)!;
        Assert.Equal(required, string.Join(' ', kind.Required));
        Assert.Equal(optional, string.Join(' ', kind.Optional));
        Assert.Equal(before, kind.Deadline?.Before(2025).ToString("yyyy-MM-dd"));
        Assert.NotEmpty(kind.Source.Text);
    }

    [Fact]
    public void There_is_no_other_kind() => Assert.Equal(7, Catalogue.Kinds.Length);

    [Theory]
    [InlineData("unit-m03", SigningRule.None)]
    [InlineData("unit-m05", SigningRule.None)]
    [InlineData("unit-m06", SigningRule.None)]
    [InlineData("unit-m16", SigningRule.None)]
    [InlineData("unit-m20", SigningRule.None)]
    [InlineData("target-plan", SigningRule.None)]
    [InlineData("plan", SigningRule.None)]
    [InlineData("unit-m08", SigningRule.Signature)]
    [InlineData("unit-m04", SigningRule.SignatureAndSeal)]
    [InlineData("unit-m10", SigningRule.SignatureAndSeal)]
    [InlineData("unit-m18", SigningRule.SignatureAndSeal)]
    [InlineData("unit-m19", SigningRule.SignatureAndSeal)]
    [InlineData("unit-appraisal", SigningRule.SignatureAndSeal)]
    [InlineData("district-3b", SigningRule.SignatureAndSeal)]
    [InlineData("province-grading", SigningRule.SignatureAndSeal)]
    public void Each_form_says_what_signature_it_needs(string form, SigningRule rule) => Assert.Equal(rule, Catalogue.Form(form)!.Signing);

    [Fact]
    public void Each_form_has_a_source_and_something_to_be_recognised_by()
    {
        Assert.Equal(15, Catalogue.Forms.Length);
        Assert.All(Catalogue.Forms, form =>
        {
            Assert.NotEmpty(form.Source.Text);
            Assert.NotNull(form.Source.From);
            Assert.NotEmpty(form.Recognition.Titles);
            Assert.NotEmpty(form.Recognition.Subjects);
        });
    }

    [Fact]
    public void The_district_scheme_has_the_4_criteria_and_13_indicators_of_phu_luc_IIIb()
    {
        var scheme = Catalogue.Scheme("district-level-2")!;
        Assert.Equal([3, 4, 3, 3], scheme.Criteria.Select(criterion => criterion.Indicators.Length));
        Assert.Equal("Có ít nhất 90% số xã được công nhận đạt “Cộng đồng học tập” cấp xã mức độ 2", scheme.Criteria[3].Indicators[0].Text);
    }

    [Fact]
    public void Every_target_indicator_of_the_contract_is_there_and_no_other()
    {
        string[] contract =
        [
            "family", "clan", "community", "unit", "citizen-worker", "citizen-staff", "association-members-briefed", "association-leaders-managing-centres",
            "association-staff-trained", "information-skills", "life-skills", "trained-population", "university-or-higher", "digital-schools",
            "digital-community-centres", "citizen", "literacy-level-2", "universal-preschool", "universal-primary-level-3", "universal-lower-secondary-level-3",
        ];
        Assert.Equal(contract, Catalogue.Indicators.Select(indicator => indicator.Id));
        Assert.All(Catalogue.Indicators, indicator => Assert.NotEmpty(indicator.Phrases));
    }

    // S3 (I.2) and S4 (II.2): the shares to be reached by 2025 and by 2030; - where the plan gives no figure.
    [Theory]
    [InlineData("family", "70 80", "Trùng Khánh")]
    [InlineData("clan", "65 75", "Trùng Khánh")]
    [InlineData("community", "65 75", "Trùng Khánh")]
    [InlineData("unit", "80 90", "Trùng Khánh")]
    [InlineData("citizen-worker", "40 60", "Trùng Khánh")]
    [InlineData("citizen-staff", "60 80", "Trùng Khánh")]
    [InlineData("association-members-briefed", "100 100", "Trùng Khánh")]
    [InlineData("association-leaders-managing-centres", "100 -", "Trùng Khánh")]
    [InlineData("association-staff-trained", "100 100", "Trùng Khánh")]
    [InlineData("information-skills", "60 70", "Mỹ Lộc")]
    [InlineData("life-skills", "60 80", "Mỹ Lộc")]
    [InlineData("trained-population", "50 70", "Mỹ Lộc")]
    [InlineData("university-or-higher", "12 15", "Mỹ Lộc")]
    [InlineData("digital-schools", "60 80", "Mỹ Lộc")]
    [InlineData("digital-community-centres", "70 90", "Mỹ Lộc")]
    [InlineData("citizen", "40 60", "Mỹ Lộc")]
    [InlineData("literacy-level-2", "100 100", "Mỹ Lộc")]
    [InlineData("universal-preschool", "100 -", "Mỹ Lộc")]
    [InlineData("universal-primary-level-3", "100 100", "Mỹ Lộc")]
    [InlineData("universal-lower-secondary-level-3", "100 100", "Mỹ Lộc")]
    public void Each_indicator_has_the_goals_of_its_plan(string id, string goals, string source)
    {
        var indicator = Catalogue.Indicators.Single(one => one.Id == id);
        Assert.Equal(goals, string.Join(' ', ((int[])[2025, 2030]).Select(year => indicator.Goals.FirstOrDefault(goal => goal.Year == year)?.Percent.ToString("0") ?? "-")));
        Assert.All(indicator.Goals, goal => Assert.Contains(source, goal.Source.Text, StringComparison.Ordinal));
    }

    // S2, S3 and S4: who owes what before which day, for the year 2025 or the one year that it is about.
    [Theory]
    [InlineData("unit-dossier", ReportSender.Office, 2025, "2026-01-15")]
    [InlineData("council-dossier", ReportSender.Office, 2025, "2026-02-15")]
    [InlineData("commune-report", ReportSender.Commune, 2025, "2026-03-15")]
    [InlineData("project-office", ReportSender.Office, 2025, "2025-11-30")]
    [InlineData("project-commune", ReportSender.Commune, 2025, "2025-12-10")]
    [InlineData("project-district", ReportSender.District, 2025, "2025-12-15")]
    [InlineData("project-review", ReportSender.District, 2025, "2026-01-01")]
    [InlineData("programme-midterm", ReportSender.District, 2026, "2026-07-01")]
    [InlineData("programme-closing", ReportSender.District, 2030, "2030-10-01")]
    public void Each_report_of_the_calendar_is_due_before_its_day(string id, ReportSender from, int year, string before)
    {
        var report = Catalogue.Reports.Single(one => one.Id == id);
        Assert.Equal((from, true, before), (report.From, report.IsAbout(year), report.Due.Before(year).ToString("yyyy-MM-dd")));
        Assert.NotEmpty(report.Due.Source.Text);
    }

    [Fact]
    public void There_is_no_other_report() => Assert.Equal(9, Catalogue.Reports.Length);
}
