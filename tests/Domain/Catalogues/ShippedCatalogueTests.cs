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
}
