using LearningSociety.Domain.Places;

namespace LearningSociety.App.Registers.Imports;

/// <summary>Cells that name administrative units.</summary>
internal static class PlaceCells
{
    /// <summary>True when the register knows the code; else notes it.</summary>
    public static bool Known(this ImportRow row, string column, string code, UnitRegister register)
    {
        if (register.Knows(code)) return true;
        var near = code.All(char.IsAsciiDigit) ? register.Units.FirstOrDefault(unit => unit.Code.TrimStart('0') == code.TrimStart('0')) : null;
        row.Wrong(column, near is null
            ? $"Không có đơn vị hành chính mang mã “{code}” trong danh mục. Kiểm tra lại mã, hoặc nhập danh mục đơn vị hành chính trước."
            : $"Không có đơn vị hành chính mang mã “{code}”; có “{near.Code}” ({near.Name}): Excel có thể đã bỏ số 0 ở đầu. Định dạng cả cột là Văn bản (Text) rồi ghi lại mã.");
        return false;
    }

    /// <summary>True when the unit is there on that day; else notes what became of it.</summary>
    public static bool There(this ImportRow row, string column, string code, UnitRegister register, DateOnly day)
    {
        if (!row.Known(column, code, register)) return false;
        if (register.Find(code, day) is not null) return true;
        var now = register.On(code, day);
        row.Wrong(column, now is null
            ? $"Đơn vị hành chính “{code}” không có hiệu lực vào ngày {day:dd/MM/yyyy}. Dùng mã của đơn vị có hiệu lực vào ngày ấy."
            : $"Đơn vị hành chính “{code}” không có hiệu lực vào ngày {day:dd/MM/yyyy}; nơi ấy là “{now.Code}” ({now.Name}). Dùng mã của đơn vị có hiệu lực vào ngày ấy.");
        return false;
    }
}
