using LearningSociety.Extraction.Tables;
using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>The words of a result cell, as written and as recognition spells them.</summary>
public sealed class ResultWordsTests
{
    [Theory]
    [InlineData("Mức độ 1", "1")]
    [InlineData("Mức độ 2", "2")]
    [InlineData("MĐ 2", "2")]
    [InlineData("MĐ2", "2")]
    [InlineData("MÐĐ2", "2")]
    [InlineData("MĐÐĐ2", "2")]
    [InlineData("MBĐI", "1")]
    [InlineData("MBDI", "1")]
    [InlineData("MĐ2 Ị", "2")] // 9009-101
    [InlineData("MĐI", "1")]
    [InlineData("MĐI1", "1")]
    [InlineData("MĐ]", "1")] // 9017-089
    [InlineData("MĐ2 ]", "2")]
    [InlineData("N.Đ2", "2")]
    [InlineData("NĐI", "1")]
    [InlineData("MB2", "2")] // 9006-145
    [InlineData("Mức độ l", "1")]
    [InlineData("Mức đội", "1")]
    [InlineData("Mức độ II", "2")]
    [InlineData("Đạt mức độ 1", "1")]
    [InlineData("Đat mưc dộ 2", "2")]
    [InlineData("Không đạt", "no")]
    [InlineData("Khong đạt", "no")]
    [InlineData("Không đat.", "no")]
    [InlineData("Khống đạt", "no")]
    [InlineData("Chưa đạt", "no")]
    [InlineData("KHÔNG ĐẠT", "no")]
    [InlineData("Đạt mức độ 2 Ị", "2")] // 9006-012: a piece of the border
    [InlineData("Mức độ", "-")]
    [InlineData("Mức độ 3", "-")]
    [InlineData("", "-")]
    [InlineData("Có đủ minh chứng kèm theo", "-")]
    public void Levels(string text, string expected) => Assert.Equal(expected, Name("unit-2023", text));

    [Theory]
    [InlineData("Đạt", "met")]
    [InlineData("Đat", "met")]
    [InlineData("ĐẠT", "met")]
    [InlineData("Không đạt", "no")]
    [InlineData("Khong dat", "no")]
    [InlineData("không  đạt", "no")]
    [InlineData("(Đạt/Không đạt)", "-")]
    public void Met_or_not(string text, string expected) => Assert.Equal(expected, Name("district-level-2", text));

    [Fact]
    public void Decomposed_letters_mean_the_same() => Assert.Equal("no", Name("unit-2023", "Kho\u0302ng \u0111a\u0323t"));

    private static string Name(string scheme, string text) => UnitForms.Name(new ResultWords(UnitForms.Catalogue.Scheme(scheme)).Understand(text)?.Result);
}
