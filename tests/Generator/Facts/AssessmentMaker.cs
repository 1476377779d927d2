using LearningSociety.Catalog;
using LearningSociety.Generator.Chance;

namespace LearningSociety.Generator.Facts;

/// <summary>Fills in tables of criteria.</summary>
public static class AssessmentMaker
{
    private static readonly (string Title, string[] Indicators)[] UnitCriteria =
    [
        ("Công tác lãnh đạo, tổ chức thực hiện",
        [
            "Lãnh đạo đơn vị có văn bản chỉ đạo, phân công người phụ trách xây dựng “Đơn vị học tập”",
            "Kế hoạch học tập của cơ quan được xây dựng từ đầu năm và công khai đến từng cá nhân",
            "Hằng quý có kiểm tra, rút kinh nghiệm việc thực hiện kế hoạch",
            "Bố trí kinh phí và thời gian hợp lý để người lao động đi học",
        ]),
        ("Cơ sở vật chất, học liệu phục vụ việc học",
        [
            "Có tủ sách, góc đọc hoặc kho học liệu số dùng chung",
            "Máy tính và đường truyền mạng đáp ứng nhu cầu tra cứu, học trực tuyến",
            "Có quy chế sử dụng, bảo quản thiết bị và học liệu",
        ]),
        ("Sự tham gia học tập của công chức, viên chức, người lao động",
        [
            "Tỷ lệ người tham gia ít nhất một khóa bồi dưỡng chuyên môn trong năm",
            "Tỷ lệ người sử dụng thành thạo các ứng dụng số trong công việc hằng ngày",
            "Tỷ lệ người tự học ngoại ngữ hoặc một nghề mới",
            "Tỷ lệ người đăng ký và được công nhận “Công dân học tập”",
        ]),
        ("Hiệu quả của việc học đối với nhiệm vụ được giao",
        [
            "Cơ quan, đơn vị hoàn thành các chỉ tiêu công tác năm",
            "Có sáng kiến, giải pháp cải tiến được áp dụng vào thực tế",
            "Nội bộ đoàn kết, giữ vững kỷ cương, không có đơn thư vượt cấp",
        ]),
        ("Xây dựng văn hóa đọc và phong trào khuyến học",
        [
            "Tổ chức giới thiệu sách, trao đổi kinh nghiệm ít nhất mỗi quý một lần",
            "Có quỹ khuyến học và hỗ trợ con em thành viên có hoàn cảnh khó khăn",
            "Vận động gia đình thành viên đăng ký “Gia đình học tập”",
        ]),
    ];

    private static readonly string[] Deeds =
    [
        "Đã thực hiện đủ các nội dung theo kế hoạch từ tháng 3 đến tháng 11.", "Có {0} người tham gia, chiếm {1}% tổng số.", "Tổ chức được {2} buổi sinh hoạt chuyên đề với {0} lượt người dự.",
        "Trang bị thêm {2} máy tính và bổ sung {0} đầu sách mới.", "Hồ sơ lưu tại văn phòng gồm {2} văn bản.", "Kinh phí chi trong năm là {0} triệu đồng.",
        "{0}/{3} người hoàn thành khóa học, đạt {1}%.", "Ban hành Kế hoạch số {2}/KH ngày 14/02; có báo cáo sơ kết sáu tháng.", "So với năm trước tăng {2}%, vượt mức đề ra.",
        "Có biên bản kiểm tra và danh sách lưu tại đơn vị.", "Phối hợp với Hội Khuyến học mở {2} lớp ngắn hạn.",
    ];

    /// <summary>A unit's table whose result is as wanted, all in order.</summary>
    public static Assessment Unit(Dice dice, Outcome wanted, bool points, bool verbose)
    {
        var chosen = dice.Shuffled(UnitCriteria).Take(dice.Between(3, 5)).OrderBy(one => Array.IndexOf(UnitCriteria, one)).ToArray();
        var texts = chosen.Select(one => (one.Title, Indicators: one.Indicators.Take(dice.Between(2, one.Indicators.Length)).ToArray())).ToArray();
        return Filled(dice, texts, wanted, points, verbose, [Outcome.NotMet, Outcome.Level1, Outcome.Level2]);
    }

    /// <summary>A district's table whose result is as wanted, all in order.</summary>
    public static Assessment District(Dice dice, Outcome wanted, bool points, bool verbose)
    {
        var scheme = CatalogueLoader.Load().Catalogue!.Scheme("district-level-2")!;
        var texts = scheme.Criteria.Select(one => (one.Text!, one.Indicators.Select(indicator => indicator.Text!).ToArray())).ToArray();
        return Filled(dice, texts, wanted, points, verbose, [Outcome.NotMet, Outcome.Met]);
    }

    /// <summary>What may stand as a short account of what was done.</summary>
    public static string Deed(Dice dice, bool verbose)
    {
        var count = verbose ? dice.Between(2, 4) : dice.Between(1, 2);
        return string.Join(' ', dice.Shuffled(Deeds).Take(count).Select(deed => string.Format(null, deed, dice.Between(11, 96), dice.Between(62, 100), dice.Between(2, 19), dice.Between(97, 140))));
    }

    private static Assessment Filled(Dice dice, (string Title, string[] Indicators)[] texts, Outcome wanted, bool points, bool verbose, Outcome[] results)
    {
        var places = texts.SelectMany((one, c) => one.Indicators.Select((_, i) => (c, i))).ToArray();
        var lowest = dice.Shuffled(places).Take(wanted == results[^1] ? 0 : dice.Between(1, 3)).ToHashSet();
        var better = results.Where(result => result > wanted).ToArray();
        var criteria = texts.Select((one, c) =>
        {
            var rows = one.Indicators.Select((text, i) =>
            {
                var result = better.Length == 0 || lowest.Contains((c, i)) ? wanted : dice.Pick(better);
                var most = dice.Pick(5, 5, 10);
                return new IndicatorRow(i + 1, text, Deed(dice, verbose), points ? null : result, points ? (dice.Between(most - 2, most), most) : null);
            }).ToArray();
            return new CriterionRows(c + 1, one.Title, points ? null : rows.Min(row => row.Stated), rows);
        }).ToArray();
        return new(criteria, points ? null : wanted, points);
    }

    /// <summary>The table with a result or two left blank.</summary>
    public static Assessment WithBlank(Dice dice, Assessment table)
    {
        if (dice.Chance(0.15)) return table with { Overall = null };
        var count = dice.Between(1, 2);
        for (var i = 0; i < count; i++)
        {
            var criterion = dice.Below(table.Criteria.Count);
            var row = dice.Below(table.Criteria[criterion].Indicators.Count);
            table = With(table, criterion, one => one with { Indicators = [.. one.Indicators.Select((indicator, at) => at == row ? indicator with { Stated = null } : indicator)] });
        }

        return table;
    }

    /// <summary>The table with a criterion's or the overall result other than its rows give.</summary>
    public static Assessment WithMismatch(Dice dice, Assessment table, Outcome[] results)
    {
        if (dice.Chance(0.5) && results.Where(result => result != table.Overall && result != Outcome.NotMet).ToArray() is { Length: > 0 } others)
            return table with { Overall = dice.Pick(others) };
        var criterion = dice.Below(table.Criteria.Count);
        return With(table, criterion, one => one with { Stated = dice.Pick([.. results.Where(result => result != one.Stated)]) });
    }

    private static Assessment With(Assessment table, int at, Func<CriterionRows, CriterionRows> change) =>
        table with { Criteria = [.. table.Criteria.Select((criterion, i) => i == at ? change(criterion) : criterion)] };
}
