using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>Columns that tables of results share.</summary>
internal static class CountColumns
{
    private const string Dossiers = "hồ sơ";
    private const string Percent = "%";

    /// <summary>Counts of results with their rates, for rows that hold counts.</summary>
    public static (Column Column, Func<T, object?> Cell)[] Of<T>(Func<T, ResultCounts> counts) =>
    [
        (new("registered", ColumnType.Integer, "Đơn vị đăng ký", "Số đơn vị trong sổ đăng ký của nơi này; với cấp huyện là số huyện. Trống khi không có sổ", "đơn vị"), row => counts(row).Registered),
        (new("dossiers", ColumnType.Integer, "Hồ sơ", "Số hồ sơ có báo cáo", Dossiers), row => counts(row).Dossiers),
        (new("complete", ColumnType.Integer, "Đầy đủ", "Số hồ sơ không thấy thiếu, không thấy mâu thuẫn", Dossiers), row => counts(row).Complete),
        (new("doubtful", ColumnType.Integer, "Cần xem lại", "Số hồ sơ có nội dung chưa đọc được chắc chắn", Dossiers), row => counts(row).Doubtful),
        (new("incomplete", ColumnType.Integer, "Chưa hoàn chỉnh", "Số hồ sơ còn thiếu hoặc có nội dung phải sửa", Dossiers), row => counts(row).Incomplete),
        (new("assessed", ColumnType.Integer, "Có kết quả", "Số hồ sơ mà bảng tổng hợp cho ra kết quả theo quy tắc", Dossiers), row => counts(row).Assessed),
        (new("notAssessed", ColumnType.Integer, "Chưa có kết quả", "Số hồ sơ mà bảng tổng hợp chưa cho ra kết quả", Dossiers), row => counts(row).NotAssessed),
        .. Result("notMet", "Không đạt", counts, one => one.NotMet),
        .. Result("met", "Đạt", counts, one => one.Met),
        .. Result("level1", "Mức độ 1", counts, one => one.Level1),
        .. Result("level2", "Mức độ 2", counts, one => one.Level2),
    ];

    private static (Column Column, Func<T, object?> Cell)[] Result<T>(string name, string title, Func<T, ResultCounts> counts, Func<ResultCounts, int> of) =>
    [
        (new(name, ColumnType.Integer, title, $"Số hồ sơ có kết quả tính theo quy tắc là {title}", Dossiers), row => of(counts(row))),
        (new($"{name}OfAssessed", ColumnType.Decimal, $"{title} (% có kết quả)", $"Tỷ lệ {title} trên số hồ sơ có kết quả, một chữ số thập phân", Percent), row => counts(row).OfAssessed(of(counts(row)))),
        (new($"{name}OfAll", ColumnType.Decimal, $"{title} (% đăng ký)", $"Tỷ lệ {title} trên số đơn vị đăng ký, một chữ số thập phân", Percent), row => counts(row).OfAll(of(counts(row)))),
    ];
}
