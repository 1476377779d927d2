using LearningSociety.Domain.Signatures;
using LearningSociety.Extraction.Layouts;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Signing;

/// <summary>Signatures on a last page that has little else on it.</summary>
public sealed class LastPageTests
{
    private static readonly double[] Four = [1, 4, 3, 1.5];
    private static readonly string[] Head = ["STT", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"];

    // 9006-151: the seal's ring was read as the first letters of the title, and seal and hand stood high on the page.
    [Theory]
    [InlineData("ssCHỦ TỊCH HỘI ĐỒNG", "Phạm Đức Khánh", "Phạm Đức Khánh")]
    [InlineData("ssCHỦ TỊCH HỘI ĐỒNG", "ĐỨC khanh", null)]
    [InlineData("<ÈN", "ĐỨC khanh", null)]
    public void What_stands_below_the_end_of_the_table_signs_the_form(string title, string name, string? signer)
    {
        var form = UnitForms.Summary(
            UnitForms.SummaryHead().Table(Four, Head, ["1", "Điều kiện học tập", "", "Mức độ 2"], ["1.1", "Có kế hoạch", "Đã có", "Mức độ 2"]),
            new Paper().From(0.03).Table(Four, Head, ["TỔNG HỢP", "<", "", "Mức độ 2"]).Centre(title).SignedWithoutTitle(name, LayoutInkKind.Seal, LayoutInkKind.Signature));
        Assert.Equal(SignatureState.Paper, form.Signature.State);
        Assert.Equal(signer, form.Header.Signer?.Value);
    }
}
