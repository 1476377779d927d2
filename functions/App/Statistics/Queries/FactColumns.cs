using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>Columns that say which dossier a row is about.</summary>
internal static class FactColumns
{
    public static (Column Column, Func<T, object?> Cell)[] Of<T>(Func<T, DossierFact> fact) =>
    [
        (new("dossier", ColumnType.Text, "Hồ sơ", "Mã hồ sơ", ""), row => fact(row).Dossier),
        (new("revision", ColumnType.Integer, "Lần nộp", "Lần nộp đang được tính", ""), row => fact(row).Revision),
        (new("kind", ColumnType.Text, "Loại", "Loại hồ sơ", ""), row => fact(row).Kind),
        (new("year", ColumnType.Integer, "Năm", "Năm của hồ sơ", ""), row => fact(row).Year),
        (new("province", ColumnType.Text, "Mã tỉnh", "Tỉnh của đơn vị trong ngày cuối của năm", ""), row => fact(row).Place.Province),
        (new("district", ColumnType.Text, "Mã huyện", "Huyện của đơn vị; trống khi năm ấy không có cấp huyện hoặc chưa biết", ""), row => fact(row).Place.District),
        (new("commune", ColumnType.Text, "Mã xã", "Xã của đơn vị; trống khi chưa biết", ""), row => fact(row).Place.Commune),
        (new("office", ColumnType.Text, "Mã đơn vị", "Mã đơn vị nộp hồ sơ", ""), row => fact(row).Office),
        (new("officeName", ColumnType.Text, "Đơn vị", "Tên đơn vị nộp hồ sơ", ""), row => fact(row).OfficeName),
        (new("received", ColumnType.Date, "Ngày nhận", "Ngày nhận hồ sơ", ""), row => fact(row).Received),
        (new("scheme", ColumnType.Text, "Bộ tiêu chí", "Bộ tiêu chí của bảng tổng hợp; trống khi không có bảng", ""), row => fact(row).Scheme),
        (new("verdict", ColumnType.Text, "Kiểm tra", "complete: đầy đủ; doubtful: cần người xem lại; incomplete: chưa hoàn chỉnh", ""), row => WireName.Of(fact(row).Verdict)),
        (new("declared", ColumnType.Text, "Tự nhận", "Kết quả chung ghi trong hồ sơ: not-met, met, level-1, level-2; trống khi không ghi", ""), row => fact(row).Declared is { } declared ? WireName.Of(declared) : null),
        (new("computed", ColumnType.Text, "Tính theo quy tắc", "Kết quả chung mà quy tắc cho ra từ bảng tổng hợp; trống khi chưa tính được", ""), row => fact(row).Computed is { } computed ? WireName.Of(computed) : null),
    ];
}
