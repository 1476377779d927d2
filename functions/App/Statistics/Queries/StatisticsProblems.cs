using LearningSociety.App.Web.Answers;
using LearningSociety.Domain.Catalogues;

namespace LearningSociety.App.Statistics.Queries;

/// <summary>What may be wrong with a question to the statistics.</summary>
public static class StatisticsProblems
{
    /// <summary>There is no such query.</summary>
    public static Problem UnknownQuery(string name, IEnumerable<string> known) =>
        new(404, "unknown-query", "Không có bảng thống kê này", $"Không có bảng thống kê “{name}”. Các bảng có: {string.Join(", ", known)}.");

    /// <summary>The query takes no such parameter.</summary>
    public static Problem UnknownParameter(string name, IEnumerable<string> known) =>
        Problem.Invalid("unknown-parameter", $"Bảng này không có tham số “{name}”. Các tham số có: {string.Join(", ", known)}.");

    /// <summary>A parameter that must be there is not.</summary>
    public static Problem Missing(string name, string meaning) => Problem.Invalid("missing-parameter", $"Thiếu tham số “{name}”: {meaning}.");

    /// <summary>A value is not among those that may be chosen.</summary>
    public static Problem NotAChoice(string name, string value, IEnumerable<string> choices) =>
        Problem.Invalid("invalid-parameter", $"Tham số “{name}” không nhận giá trị “{value}”. Chọn một trong: {string.Join(", ", choices)}.");

    /// <summary>A value is no number of the kind asked for.</summary>
    public static Problem NotANumber(string name, string value, int least, int most) =>
        Problem.Invalid("invalid-parameter", $"Tham số “{name}” phải là số nguyên từ {least} đến {most}, không phải “{value}”.");

    /// <summary>A value is no day.</summary>
    public static Problem NotADay(string name, string value) =>
        Problem.Invalid("invalid-parameter", $"Tham số “{name}” phải là một ngày dạng năm-tháng-ngày từ năm {ArgumentReader.FirstYear} đến {ArgumentReader.LastYear}, ví dụ 2025-12-31, không phải “{value}”.");

    /// <summary>The year is none that statistics can be of.</summary>
    public static Problem UnknownYear(string value, int least, int most) =>
        Problem.Invalid("unknown-year", $"Không có số liệu cho năm “{value}”: năm phải là số nguyên từ {least} đến {most}.");

    /// <summary>The catalogue has no such kind.</summary>
    public static Problem UnknownKind(string value, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return Problem.Invalid("unknown-kind", $"Không có loại hồ sơ “{value}”. Chọn một trong: {string.Join(", ", catalogue.Kinds.Select(kind => kind.Id))}.");
    }

    /// <summary>There is no such place, or not in the province or year.</summary>
    public static Problem UnknownPlace(string value, string? province = null, int? year = null) => new(
        404, "unknown-place", "Không tìm thấy nơi này",
        province is null
            ? $"Không có đơn vị hành chính mang mã “{value}”. Xem danh mục đơn vị hành chính và kiểm tra lại mã."
            : $"Trong năm {year}, đơn vị hành chính mang mã “{value}” không thuộc tỉnh “{province}”. Kiểm tra lại mã, tỉnh và năm.");

    /// <summary>More was asked for than is answered at once.</summary>
    public static Problem RangeTooLarge(string detail) => Problem.Invalid("range-too-large", detail);

    /// <summary>Parameters do not go together.</summary>
    public static Problem Conflict(string detail) => Problem.Invalid("conflicting-parameters", detail);
}
