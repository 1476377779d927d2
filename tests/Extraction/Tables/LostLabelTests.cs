using LearningSociety.Extraction.Tests.Papers;

namespace LearningSociety.Extraction.Tests.Tables;

/// <summary>Whichever label of a table is lost or misread, the rows keep their numbers: the labels beside it tell.</summary>
public sealed class LostLabelTests
{
    private static readonly double[] Four = [1, 4, 3, 1.5];
    private static readonly string[] Head = ["STT", "Nội dung", "Tóm tắt kết quả đạt được", "Kết quả tự đánh giá"];
    private static readonly string[] Texts = ["Lãnh đạo", "Có kế hoạch", "Bố trí kinh phí", "Hằng quý có kiểm tra", "Cơ sở vật chất", "Có tủ sách", "Máy tính", "Hiệu quả", "Hoàn thành chỉ tiêu", "Có sáng kiến", "Nội bộ đoàn kết"];

    /// <summary>The labels of three criteria with three, two and three indicators.</summary>
    private static readonly (string Name, string[] Labels)[] Styles =
    [
        ("numerals", ["I.", "1.", "2.", "3.", "II.", "1.", "2.", "III.", "1.", "2.", "3."]),
        ("points", ["1", "1.1", "1.2", "1.3", "2", "2.1", "2.2", "3", "3.1", "3.2", "3.3"]),
        ("numerals and points", ["I", "1.1", "1.2", "1.3", "II", "2.1", "2.2", "III", "3.1", "3.2", "3.3"]),
        ("words", ["Tiêu chí 1", "Chỉ tiêu 1", "Chỉ tiêu 2", "Chỉ tiêu 3", "Tiêu chí 2", "Chỉ tiêu 1", "Chỉ tiêu 2", "Tiêu chí 3", "Chỉ tiêu 1", "Chỉ tiêu 2", "Chỉ tiêu 3"]),
        ("words and points", ["Tiêu chí I", "1.1", "1.2", "1.3", "Tiêu chí II", "2.1", "2.2", "Tiêu chí III", "3.1", "3.2", "3.3"]),
        ("short", ["TC1", "CT1.1", "CT1.2", "CT1.3", "TC2", "CT2.1", "CT2.2", "TC3", "CT3.1", "CT3.2", "CT3.3"]),
        ("letters", ["1", "a)", "b)", "c)", "2", "a)", "b)", "3", "a)", "b)", "c)"]),
    ];

    // The first, a middle and a last row of criteria and of indicators: rows between are like them.
    private static readonly int[] Told = [0, 2, 4, 6, 7, 10];

    // What recognition makes of a label.
    private static readonly (string Name, Func<string, string> Read)[] Misreadings =
    [
        ("lost", _ => ""),
        ("a speck before it", label => $"- {label}"),
        ("a comma for the point", label => label.Replace('.', ',')),
        ("a stroke for I and 1", label => label.Replace('I', 'l').Replace('1', 'l')),
        ("H for II", label => label.Replace("II", "H", StringComparison.Ordinal)),
        ("S for 3", label => label.Replace('3', 'S')),
        ("Z for 2", label => label.Replace('2', 'Z')),
        ("G for C", label => label.Replace('C', 'G')),
        ("h for b, o for c", label => label.Replace('b', 'h').Replace('c', 'o')),
    ];

    public static TheoryData<string, string> All => [.. from style in Styles from misreading in Misreadings select (style.Name, misreading.Name)];

    [Theory, MemberData(nameof(All))]
    public void The_rows_keep_their_numbers(string style, string misreading)
    {
        var labels = Styles.Single(one => one.Name == style).Labels;
        var read = Misreadings.Single(one => one.Name == misreading).Read;
        foreach (var at in Told)
        {
            if (read(labels[at]) == labels[at]) continue;
            string[] misread = [.. labels.Select((label, row) => row == at ? read(label) : label)];
            Assert.Equal($"row {at}: 1=2, 1.1=2, 1.2=2, 1.3=2, 2=2, 2.1=2, 2.2=2, 3=2, 3.1=2, 3.2=2, 3.3=2", $"row {at}: {Results(misread)}");
        }
    }

    // A number that is read surely is not made another: a row may be missing.
    [Theory]
    [InlineData("1.1", "1.3", "1=2, 1.1=2, 1.3=2, 2=2, 2.1=2")]
    [InlineData("1.1", "1.4", "1=2, 1.1=2, 1.4=2, 2=2, 2.1=2")]
    [InlineData("1.2", "1.3", "1=2, 1.2=2, 1.3=2, 2=2, 2.1=2")]
    public void A_row_that_is_missing_stays_missing(string first, string second, string expected) =>
        Assert.Equal(expected, Results("1", first, second, "2", "2.1"));

    private static string Results(params string[] labels) => UnitForms.Results(UnitForms.Summary(UnitForms.SummaryHead().Table(Four,
        [Head, .. labels.Select((label, row) => new[] { label, Texts[row], IsOwn(labels, row) ? "" : "Đã có", "Mức độ 2" }), ["TỔNG HỢP", "<", "", "Mức độ 2"]]).SignedOff())).Replace("?", "", StringComparison.Ordinal);

    private static bool IsOwn(string[] labels, int row) => labels.Length == Texts.Length ? row is 0 or 4 or 7 : row is 0 or 3;
}
