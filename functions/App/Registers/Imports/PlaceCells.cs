using LearningSociety.Domain.Places;

namespace LearningSociety.App.Registers.Imports;

/// <summary>Reads cells that name administrative units of a register.</summary>
internal sealed class PlaceCells(UnitRegister register)
{
    // What a spreadsheet makes of codes of digits.
    private readonly ILookup<string, AdministrativeUnit> withoutZeros = register.Units.Where(unit => unit.Code[0] == '0').ToLookup(unit => unit.Code.TrimStart('0'), StringComparer.Ordinal);

    /// <summary>True when the register knows the code; else notes it.</summary>
    public bool Known(ImportRow row, string column, string code)
    {
        if (register.Knows(code)) return true;
        row.Wrong(column, withoutZeros[code].FirstOrDefault() is { } near
            ? $"Không có đơn vị hành chính mang mã “{code}”; có “{near.Code}” ({near.Name}): Excel có thể đã bỏ số 0 ở đầu. Định dạng cả cột là Văn bản (Text) rồi ghi lại mã."
            : $"Không có đơn vị hành chính mang mã “{code}” trong danh mục. Kiểm tra lại mã, hoặc nhập danh mục đơn vị hành chính trước.");
        return false;
    }

    /// <summary>The unit of that code on that day; null when there is none, which is noted with what became of it.</summary>
    public AdministrativeUnit? On(ImportRow row, string column, string code, DateOnly day)
    {
        if (!Known(row, column, code)) return null;
        if (register.Find(code, day) is { } unit) return unit;
        row.Wrong(column, register.On(code, day) is { } now
            ? $"Đơn vị hành chính “{code}” không có hiệu lực vào ngày {day:dd/MM/yyyy}; nơi ấy là “{now.Code}” ({now.Name}). Dùng mã của đơn vị có hiệu lực vào ngày ấy."
            : $"Đơn vị hành chính “{code}” không có hiệu lực vào ngày {day:dd/MM/yyyy}. Dùng mã của đơn vị có hiệu lực vào ngày ấy.");
        return null;
    }
}
