using LearningSociety.Catalog;

namespace LearningSociety.Domain.Tests.Catalogues;

public sealed class CatalogueLoaderTests
{
    [Theory]
    [InlineData("forms:\n  - id: a\n   name: b", 3, "is not YAML")]
    [InlineData("forms: none", 1, "\"forms\" must be a list")]
    [InlineData("kinds:\n  - name: Hồ sơ\n    source: {text: x}", 2, "\"id\" is missing")]
    [InlineData("kinds:\n  - id: a\n    name: b\n    request: có\n    source: {text: x}", 4, "\"request\" must be true or false")]
    [InlineData("kinds:\n  - id: a\n    name: b", 2, "\"source\" is missing")]
    [InlineData("kinds:\n  - id: a\n    name: b\n    source: {text: x}\n    requierd: [c]", 5, "\"requierd\" is not a key known here")]
    [InlineData("kinds:\n  - id: a\n    name: b\n    deadline: {day: 31, month: 2, yearOffset: 1, source: {text: x}}\n    source: {text: x}", 4, "no day of the year")]
    [InlineData("kinds:\n  - id: a\n    name: b\n    source: {text: x, from: 01/02/2024}", 4, "\"from\" must be a day as 2026-01-31")]
    [InlineData("forms:\n  - id: a\n    name: b\n    signing: seal\n    source: {text: x}\n    recognition: {marks: [x]}", 4, "\"signing\" must be one of none, signature, signature-and-seal")]
    [InlineData("schemes:\n  - id: a\n    name: b\n    results: [passed]\n    source: {text: x}", 2, "\"passed\" is no result")]
    [InlineData("thresholds: {form: 60, result: 0.7, signature: 0.6, year: 0.6, figure: 0.7}", 1, "\"form\" must be above 0 and at most 1")]
    [InlineData("reports:\n  - {id: a, name: b, from: office, to: c}", 2, "\"due\" stands where")]
    [InlineData("reports:\n  - {id: a, name: b, from: office, to: c, years: [nay], due: {day: 1, month: 2, yearOffset: 0, source: {text: x}}}", 2, "\"nay\" is no year")]
    [InlineData("indicators:\n  - id: a\n    name: b\n    source: {text: x}\n    goals:\n      - {year: 2025, percent: 120, source: {text: x}}", 6, "\"percent\" must be a share")]
    [InlineData("- a list", 0, "must hold keys")]
    public void A_wrong_file_is_named_with_line_and_reason(string text, int line, string what)
    {
        var result = CatalogueLoader.Read([new("own.yaml", text)]);
        Assert.Null(result.Catalogue);
        Assert.Contains(result.Problems, problem => problem.File == "own.yaml" && problem.Line == line && problem.What.Contains(what, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kinds:\n  - {id: own, name: b, required: [unit-m99], source: {text: x}}", "names the form \"unit-m99\"")]
    [InlineData("kinds:\n  - {id: plan, name: b, required: [plan], source: {text: x}}", "the kind \"plan\" is there twice")]
    [InlineData("kinds:\n  - {id: own, name: b, required: [plan], summary: plan, source: {text: x}}", "has no scheme")]
    [InlineData("forms:\n  - {id: own, name: b, scheme: none, source: {text: x}, recognition: {marks: [x]}}", "names the scheme \"none\"")]
    [InlineData("forms:\n  - {id: own, name: b, content: [pictures], source: {text: x}, recognition: {marks: [x]}}", "the content \"pictures\"")]
    [InlineData("reports:\n  - {id: own, name: b, from: office, to: c, kinds: [khac]}", "names the kind \"khac\"")]
    [InlineData("reports:\n  - {id: commune-report, name: b, from: office, to: c, kinds: [unit-council]}", "the report \"commune-report\" is there twice")]
    [InlineData("indicators:\n  - {id: own, name: b, source: {text: x}, goals: [{year: 2025, percent: 1, source: {text: x}}, {year: 2025, percent: 2, source: {text: x}}]}", "has two goals for 2025")]
    [InlineData("schemes:\n  - {id: own, name: b, results: [not-met, met], vocabulary: {level-2: [MĐ2]}, source: {text: x}}", "no result for the word \"MĐ2\"")]
    public void Parts_that_do_not_fit_together_are_named(string text, string what)
    {
        var result = CatalogueLoader.Read([.. CatalogueLoader.Shipped(), new("own.yaml", text)]);
        Assert.Null(result.Catalogue);
        Assert.Contains(what, Assert.Single(result.Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_office_can_add_a_form_and_complete_a_scheme_in_a_folder_of_its_own()
    {
        var folder = Directory.CreateTempSubdirectory("catalogue");
        try
        {
            var schemes = CatalogueLoader.Shipped().Single(file => file.Name.EndsWith("schemes.yaml", StringComparison.Ordinal));
            File.WriteAllText(Path.Combine(folder.FullName, "schemes.yaml"), schemes.Text.Replace(
                "criteria: []", "criteria: [{number: 1, text: Điều kiện học tập, indicators: [Có kế hoạch]}]", StringComparison.Ordinal));
            File.WriteAllText(Path.Combine(folder.FullName, "them.yaml"), "forms:\n  - {id: own, name: Mẫu riêng, source: {text: x}, recognition: {marks: [Mẫu 99]}}");
            var result = CatalogueLoader.Load(folder.FullName);
            Assert.Empty(result.Problems);
            Assert.Equal("Có kế hoạch", result.Catalogue!.Scheme("unit-2023")!.Criteria[0].Indicators[0].Text);
            Assert.NotNull(result.Catalogue.Form("own"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
