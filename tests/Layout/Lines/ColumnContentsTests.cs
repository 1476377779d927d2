using LearningSociety.Layout.Ocr;
using LearningSociety.Layout.Pages;
using LearningSociety.Layout.Tables;

namespace LearningSociety.Layout.Tests.Lines;

/// <summary>What a column holds decides what a sign in it that could not be read is.</summary>
public sealed class ColumnContentsTests
{
    private static ColumnContents Of(params string[] rows)
    {
        var texts = rows.Select(row => row.Split('|')).ToList();
        List<GridCell> cells = [.. texts.SelectMany((row, r) => row.Select((_, c) => new GridCell(r, c, 1, 1, Quad.Of(new(c * 100, r * 30, c * 100 + 100, r * 30 + 30)))))];
        var read = texts.SelectMany(row => row).Select((text, i) => (0, i, Lines(text)));
        return new([new(texts.Count, texts[0].Length, Quad.Of(new(0, 0, texts[0].Length * 100, texts.Count * 30)), cells)], read);
    }

    private static IReadOnlyList<FrameLine> Lines(string text) => text.Length == 0 ? [] : [new([.. text.Split(' ').Select(word => new FrameWord(word, 0.9, new(0, 0, 10, 10)))])];

    [Fact]
    public void A_tick_among_results_in_words_is_a_word_that_was_read_badly_as_in_9007_095()
    {
        var columns = Of("1|Có tủ sách|MĐ1", "2|Máy tính|x", "3|Đường truyền|MĐ2", "4|Thư viện|Mức độ 2");
        Assert.True(columns.AreWords(0, 5));
        Assert.False(columns.AreNumbers(0, 5));
        Assert.True(columns.AreNumbers(0, 3));
    }

    [Fact]
    public void A_column_of_ticks_holds_no_words() =>
        Assert.False(Of("1|Có tủ sách|Đạt", "2|Máy tính|x", "3|Đường truyền|", "4|Thư viện|x", "5|Phòng đọc|x").AreWords(0, 5));

    [Fact]
    public void Three_columns_of_numbers_make_a_table_of_figures_as_in_9008_066()
    {
        Assert.True(Of("Đông Hà|12|3|5", "Cam Lộ|x|4|6", "Gio Linh|7|11|x", "Triệu An|2|1|9").AreFigures(0));
        Assert.False(Of("Đông Hà|12|3|x", "Cam Lộ|x|4|", "Gio Linh|7|11|x", "Triệu An|2|1|x").AreFigures(0));
    }
}
