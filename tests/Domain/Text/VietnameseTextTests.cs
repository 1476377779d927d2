using LearningSociety.Domain.Text;

namespace LearningSociety.Domain.Tests.Text;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("Ho\u0300a Bi\u0300nh", "Hòa Bình")]
    [InlineData("đa\u0323\u0302t", "đật")]
    [InlineData("đa\u0302\u0323t", "đật")]
    [InlineData("Tru\u031Bo\u031B\u0300ng", "Trường")]
    [InlineData("  “Đơn vị   học\u00A0tập”  ", "\"Đơn vị học tập\"")]
    [InlineData("2021–2030", "2021-2030")]
    [InlineData("học\u200Btập", "họctập")]
    [InlineData(null, "")]
    public void Tidy_text_is_composed_and_plain_in_dashes_quotes_and_spaces(string? text, string expected) => Assert.Equal(expected, VietnameseText.Tidy(text));

    [Theory]
    [InlineData("HÒA BÌNH", "Hoà Bình")]
    [InlineData("Văn hóa", "văn hoá")]
    [InlineData("Thúy", "Thuý")]
    [InlineData("thủy lợi", "thuỷ lợi")]
    [InlineData("khỏe", "khoẻ")]
    public void Both_tone_placements_fold_to_one(string old, string modern) => Assert.Equal(VietnameseText.FoldCase(old), VietnameseText.FoldCase(modern));

    [Theory]
    [InlineData("mùa", "múa")]
    [InlineData("đạt", "dạt")]
    [InlineData("hoa", "hòa")]
    public void Folding_the_case_keeps_words_apart_that_differ_in_a_mark(string a, string b) => Assert.NotEqual(VietnameseText.FoldCase(a), VietnameseText.FoldCase(b));

    [Theory]
    [InlineData("Mẫu số: 18", "mau so: 18")]
    [InlineData("QUYẾT ĐỊNH", "quyet dinh")]
    [InlineData("Ðạt", "dat")]
    [InlineData("Sở GD&ĐT", "so gd&dt")]
    public void Fold_takes_case_and_diacritics_and_leaves_punctuation(string text, string expected) => Assert.Equal(expected, VietnameseText.Fold(text));

    [Theory]
    [InlineData("“Đơn vị học-tập”", "don vi hoc tap")]
    [InlineData("Số: 05/BC-HĐ", "so 05 bc hd")]
    [InlineData("...", "")]
    public void Words_are_letters_and_digits_alone(string text, string expected) => Assert.Equal(expected, VietnameseText.Words(text));

    [Theory]
    [InlineData("Mẫu số 18", "mẫu số 18", true)]
    [InlineData("Mẫu số 180", "Mẫu số 18", false)]
    [InlineData("TỜ TRÌNH\nĐề nghị đánh giá, công nhận", "đánh giá công nhận", true)]
    [InlineData("bất kỳ", "", false)]
    public void Phrases_are_found_as_whole_words(string text, string phrase, bool found) => Assert.Equal(found, VietnameseText.ContainsWords(text, phrase));
}

public sealed class TextSimilarityTests
{
    [Theory]
    [InlineData("Đat", "Đạt", 1.0, 1.0)]
    [InlineData("Khong đạt", "Không đạt", 1.0, 1.0)]
    [InlineData("BẢNG T0NG HỢP", "BẢNG TỔNG HỢP", 0.95, 0.99)]
    [InlineData("TÔNG HỌP", "TỔNG HỢP", 1.0, 1.0)]
    [InlineData("Muc độ l", "Mức độ 1", 0.9, 0.99)]
    [InlineData("Mức độ 1", "Mức độ 2", 0.5, 0.9)]
    [InlineData("", "Đạt", 0, 0)]
    [InlineData("Tờ trình", "Quyết định", 0, 0.55)]
    public void Slips_weigh_less_than_other_words(string a, string b, double atLeast, double atMost) => Assert.InRange(TextSimilarity.Of(a, b), atLeast, atMost);

    [Fact]
    public void A_phrase_is_found_within_a_longer_text() =>
        Assert.True(TextSimilarity.OfPhrase("UBND PHƯỜNG KINH MÔN BẢNG TÔNG HỌP kết quả", "Bảng tổng hợp") > 0.95);

    [Fact]
    public void Two_numbers_are_never_taken_for_one_another() => Assert.True(TextSimilarity.Of("18", "10") < 0.6);

    [Theory]
    [InlineData("Minh", 0)]
    [InlineData("Thăng", 1)]
    [InlineData("Thắng", 2)]
    [InlineData("Đại Lộc", 4)]
    [InlineData("ĐƯỜNG", 4)]
    [InlineData("", 0)]
    public void Marks_are_tones_and_the_shapes_of_letters(string text, int expected) => Assert.Equal(expected, VietnameseText.Marks(text));
}
