using LearningSociety.Domain.Checks;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Tests.Checks;
using LearningSociety.Domain.Tests.Dossiers;

namespace LearningSociety.Domain.Tests.Reporting;

public sealed class MessageTests
{
    private static readonly Case[] Cases = [.. FormCases.Cases, .. FileCases.Cases, .. SummaryCases.Cases, .. GradingCases.Cases];

    private static readonly Finding[] Findings = [.. Cases.SelectMany(one => one.Outcome.Findings)];

    public static TheoryData<FindingCode> Codes => [.. Enum.GetValues<FindingCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_sentence_and_a_heading(FindingCode code)
    {
        var name = WireName.Of(code);
        Assert.Contains(Sample.Catalogue.Messages.Keys, key => key == name || key.StartsWith(name + ".", StringComparison.Ordinal));
        Assert.True(Sample.Catalogue.Labels.ContainsKey("finding." + name));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_but_one_is_found_in_some_case(FindingCode code) =>
        Assert.Equal(code != FindingCode.TextLayerDiffers, Findings.Any(finding => finding.Code == code));

    [Fact]
    public void Every_finding_has_the_sentence_of_its_situation_with_every_value() => Assert.All(Findings, finding =>
    {
        var key = WireName.Of(finding.Code) + (finding.Variant is { } variant ? "." + variant : "");
        Assert.True(Sample.Catalogue.Messages.TryGetValue(key, out var template), key);
        Assert.All(MessageCatalogue.Placeholders(template), name => Assert.True(
            finding.Facts.TryGetValue(name, out var fact) ? fact.Length > 0 : MessageCatalogue.Common.Contains(name), $"{key}: {{{name}}}"));
        var sentence = MessageCatalogue.Sentence(finding, Sample.Catalogue);
        Assert.DoesNotMatch(@"[{}]|\(\)|“”|  ", sentence);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("..", sentence, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_sentence_of_the_catalogue_is_used()
    {
        var used = Findings.Select(finding => MessageCatalogue.KeyOf(finding, Sample.Catalogue)).ToHashSet();
        // Each file fault has a plain sentence and one with a reason; cases hold one of them. The text layer is another house's finding.
        string[] twins = ["file-", "page-unreadable", "secret-document", "signature-invalid", "text-layer-differs"];
        var unused = Sample.Catalogue.Messages.Keys.Where(key => !used.Contains(key) && !twins.Any(twin => key.StartsWith(twin, StringComparison.Ordinal))).ToArray();
        Assert.Equal([], unused);
    }

    [Fact]
    public void Errors_say_what_to_do() => Assert.All(
        Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => MessageCatalogue.Sentence(finding, Sample.Catalogue)),
        sentence => Assert.Contains("Đề nghị", sentence, StringComparison.Ordinal));

    [Fact]
    public void Nothing_ever_says_that_the_software_recognises() =>
        Assert.DoesNotContain(Sample.Catalogue.Labels.Where(label => label.Key.StartsWith("verdict", StringComparison.Ordinal) || label.Key.StartsWith("eligibility", StringComparison.Ordinal)),
            label => label.Value.Contains("công nhận", StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("The report is missing", "Hồ sơ chưa có Báo cáo tự đánh giá (Mẫu 04). Đề nghị bổ sung văn bản này.")]
    [InlineData("A letter with a seal alone",
        "Tệp 1.pdf, trang 1: Tờ trình đề nghị đánh giá, công nhận (Mẫu 10) có con dấu nhưng chưa có chữ ký. Đề nghị người có thẩm quyền ký rồi nộp lại.")]
    [InlineData("A criterion above its lowest indicator",
        "Tệp 3.pdf, trang 1, Bảng tổng hợp kết quả đánh giá các tiêu chí, chỉ tiêu (Mẫu 18): Tiêu chí 1 ghi “Mức độ 2”, nhưng theo kết quả các chỉ tiêu thì là “Mức độ 1”. Đề nghị kiểm tra và sửa lại.")]
    [InlineData("74,9% for 113 of 151 is 74,8%",
        "Tệp 1.pdf, trang 1, Kế hoạch đánh giá, xếp loại “Cộng đồng học tập” cấp xã của tỉnh: ghi “Tốt” 113 đơn vị, tỷ lệ 74,9%, nhưng 113 trên 151 đơn vị là 74,8%. Đề nghị kiểm tra lại tỷ lệ.")]
    [InlineData("A page twice is nothing to mend", "Tệp 1.pdf, trang 2 giống với tệp 1.pdf, trang 1; chỉ tính một lần.")]
    public void Sentences_read_like_a_clerks(string says, string sentence) =>
        Assert.Equal(sentence, MessageCatalogue.Sentence(Assert.Single(Cases.Single(one => one.Says == says).Outcome.Findings), Sample.Catalogue));

    [Theory]
    [InlineData("result", "not-met met level-1 level-2 none")]
    [InlineData("verdict", "complete doubtful incomplete")]
    [InlineData("signature", "digital paper seal-only hand-only none invalid unknown")]
    [InlineData("column", "communes assessed good fair average failed notAssessed")]
    [InlineData("severity", "error warning info")]
    [InlineData("trust", "trusted untrusted")]
    [InlineData("stage", "received reading checking reported failed")]
    public void Every_value_that_people_see_has_a_label(string group, string keys) =>
        Assert.All(keys.Split(' '), key => Assert.NotEmpty(Sample.Catalogue.Labels[$"{group}.{key}"]));
}
