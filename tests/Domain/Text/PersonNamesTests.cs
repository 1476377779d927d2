using LearningSociety.Domain.Text;

namespace LearningSociety.Domain.Tests.Text;

/// <summary>Words of personal names, and what recognition makes of them.</summary>
public sealed class PersonNamesTests
{
    [Theory]
    [InlineData("Nguyễn", true)]
    [InlineData("TRỊNH", true)]
    [InlineData("Nguyen", false)]
    [InlineData("Đại", false)]
    [InlineData("Trường", false)]
    public void Surnames(string word, bool expected) => Assert.Equal(expected, PersonNames.IsSurname(word));

    [Theory]
    [InlineData("Nguyen", true, "Nguyễn")]
    [InlineData("HÀNG", false, "HẰNG")]
    [InlineData("Tan", false, null)]
    [InlineData("xyz", false, null)]
    public void The_same_letters_with_other_marks(string word, bool isFirst, string? expected) => Assert.Equal(expected, PersonNames.WithMarks(word, isFirst));

    [Theory]
    [InlineData("Phượn", "Phượng")]
    [InlineData("CƯỜN", "CƯỜNG")]
    [InlineData("Vân", null)]
    [InlineData("Abn", null)]
    public void A_last_letter_lost(string word, string? expected) => Assert.Equal(expected, PersonNames.WithLostG(word));

    // 9005-140, 9006-013, 9008-022: a stroke or a seal lay over one letter of the surname.
    [Theory]
    [InlineData("", "ưu", "Lưu")]
    [InlineData("", "oảng", "Hoàng")]
    [InlineData("P", "an", "Phan")]
    [InlineData("", "an", null)]
    [InlineData("", "ấu", null)]
    [InlineData("", "ê", null)]
    public void A_letter_of_a_surname_lost(string beginning, string ending, string? expected) => Assert.Equal(expected, PersonNames.WithLostLetter(beginning, ending));

    [Theory]
    [InlineData("Ngyễn", true, "Nguyễn")]
    [InlineData("öích", false, "Bích")]
    [InlineData("zzzz", false, null)]
    public void The_nearest_word_of_names(string word, bool isFirst, string? expected) => Assert.Equal(expected, PersonNames.Nearest(word, isFirst));
}
