using System.Collections.Immutable;
using System.Globalization;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Text;

namespace LearningSociety.App.Registers.Imports;

/// <summary>Imports the administrative units: the file is the whole register with its history and replaces the one before.</summary>
public sealed class UnitImport(IUnitBook units, IOfficeRegister offices) : IRegisterImport
{
    private const string TierColumn = "tier";
    private const int MostNamed = 5;

    // Codes of the General Statistics Office; a spreadsheet takes their leading zeros away.
    private static readonly Dictionary<UnitTier, (int Digits, string Name)> Official = new()
    {
        [UnitTier.Province] = (2, "tỉnh"), [UnitTier.District] = (3, "huyện"), [UnitTier.Commune] = (5, "xã"),
    };

    private static readonly Dictionary<string, UnitTier> Tiers = new(StringComparer.Ordinal)
    {
        ["province"] = UnitTier.Province, ["tinh"] = UnitTier.Province, ["district"] = UnitTier.District, ["huyen"] = UnitTier.District,
        ["commune"] = UnitTier.Commune, ["xa"] = UnitTier.Commune,
    };

    /// <inheritdoc/>
    public string Name => "units";

    /// <inheritdoc/>
    public int MostRows => 60_000;

    /// <inheritdoc/>
    public ImmutableArray<ImportColumn> Columns { get; } =
    [
        new("code", "Mã", true, "mã đơn vị hành chính"),
        new("name", "Tên", true, "tên đầy đủ, ví dụ Phường Kinh Môn"),
        new(TierColumn, "Cấp", true, "tỉnh, huyện hoặc xã"),
        new("parent", "Mã cấp trên", true, "mã đơn vị cấp trên; tỉnh để trống"),
        new("from", "Từ ngày", false, "ngày đầu có hiệu lực; trống khi có từ trước"),
        new("to", "Đến ngày", false, "ngày cuối có hiệu lực; trống khi còn hiệu lực"),
        new("successors", "Thành", false, "mã các đơn vị kế tiếp từ ngày sau đó, cách nhau bằng dấu cách; mã đầu là nơi nhận hồ sơ cũ"),
    ];

    /// <inheritdoc/>
    public async Task<ImportOutcome> RunAsync(ImportSheet sheet, bool checkOnly, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var list = sheet.Rows.Select(UnitOf).ToArray();
        if (sheet.Faults.Count == 0)
        {
            var withoutZeros = list.Where(unit => unit.Code[0] == '0').ToLookup(unit => unit.Code.TrimStart('0'), StringComparer.Ordinal);
            foreach (var fault in UnitListCheck.Of(list))
                Tell(sheet, fault, withoutZeros);
        }

        if (sheet.Faults.Count > 0) return ImportOutcome.Refused(Name, sheet.Rows.Length, sheet.Faults);
        var after = new UnitRegister(list);
        var before = (await units.ReadAsync(cancellationToken)).Units.ToDictionary(unit => (unit.Code, unit.From));
        var (added, kept) = (list.Count(unit => !before.ContainsKey((unit.Code, unit.From))), list.Where(unit => before.ContainsKey((unit.Code, unit.From))).ToArray());
        var changed = kept.Count(unit => !Same(unit, before[(unit.Code, unit.From)]));
        if (!checkOnly) await units.ReplaceAsync(after, cancellationToken);
        IEnumerable<string> stale = added + changed + before.Count - kept.Length > 0 ? [ImportOutcome.CountAnew] : [];
        return new(Name, list.Length, added, changed, before.Count - kept.Length, [], 0, [.. await NotesAsync(list, after, cancellationToken), .. stale]);
    }

    private static AdministrativeUnit UnitOf(ImportRow row)
    {
        var (code, name, parent) = (row.Code("code", true), row.Name("name"), row.Code("parent", false));
        var known = Tiers.TryGetValue(VietnameseText.Words(row.Text(TierColumn)), out var tier);
        if (!known) row.Wrong(TierColumn, $"“{ImportSheet.Short(row.Text(TierColumn))}” không phải một cấp. Ghi tỉnh, huyện hoặc xã (province, district, commune).");
        else if (code is not null && code.All(char.IsAsciiDigit) && code.Length != Official[tier].Digits)
            row.Wrong("code", DigitsFault(code, tier));
        var successors = row.Text("successors").Split([' ', ',', ';', '|'], StringSplitOptions.RemoveEmptyEntries);
        return new(code ?? "", name, tier, parent, row.Day("from", false), row.Day("to", false), [.. successors.Distinct()]);
    }

    private static string DigitsFault(string code, UnitTier tier)
    {
        var (digits, name) = Official[tier];
        return code.Length < digits
            ? $"Mã {name} gồm {digits} chữ số; “{code}” đã mất số 0 ở đầu, có lẽ là “{code.PadLeft(digits, '0')}”. Định dạng cả cột là Văn bản (Text) rồi ghi lại mã."
            : $"Mã {name} gồm {digits} chữ số; “{code}” có {code.Length} chữ số. Kiểm tra lại mã và cấp.";
    }

    private static void Tell(ImportSheet sheet, UnitFault fault, ILookup<string, AdministrativeUnit> withoutZeros)
    {
        var (row, other, code, day) = (
            sheet.Rows[fault.Index].Number, fault.Other is { } index ? sheet.Rows[index].Number : 0, fault.Code,
            fault.Day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "những ngày trước đó");
        var (column, message) = fault.Kind switch
        {
            UnitFaultKind.EndsBeforeItBegins => ("to", "Ngày cuối đứng trước ngày đầu. Kiểm tra lại hai ngày."),
            UnitFaultKind.Overlaps => ("code", $"Mã “{code}” trùng với dòng {other}: hai dòng cùng có hiệu lực trong một ngày. Bỏ một dòng, hoặc ghi ngày cuối của dòng trước và ngày đầu của dòng sau."),
            UnitFaultKind.ProvinceWithParent => ("parent", "Tỉnh không có đơn vị cấp trên. Để trống ô này, hoặc sửa lại cấp."),
            UnitFaultKind.NoParent => ("parent", "Thiếu mã đơn vị cấp trên. Ghi mã huyện, hoặc mã tỉnh từ ngày 01/07/2025."),
            UnitFaultKind.UnknownParent => ("parent", $"Tệp không có đơn vị mang mã “{code}”.{Padded(withoutZeros, code)} Thêm đơn vị ấy hoặc sửa lại mã."),
            UnitFaultKind.Circle => ("parent", $"Đi lên từ đơn vị này qua “{code}” thì lại về chính nó. Sửa lại mã cấp trên."),
            UnitFaultKind.ParentNotAbove => ("parent", $"“{code}” (dòng {other}) không phải đơn vị cấp trên. Sửa lại mã cấp trên hoặc cấp."),
            UnitFaultKind.ParentNotThere => ("parent", $"“{code}” không có hiệu lực vào {(fault.Day is null ? day : $"ngày {day}")}, khi đơn vị này đang có hiệu lực. Tách đơn vị này thành hai dòng theo thời gian, hoặc sửa ngày."),
            UnitFaultKind.SuccessorOfLasting => ("to", "Có đơn vị kế tiếp mà không có ngày cuối. Ghi ngày cuối có hiệu lực, hoặc xóa đơn vị kế tiếp."),
            UnitFaultKind.UnknownSuccessor => ("successors", $"Tệp không có đơn vị mang mã “{ImportSheet.Short(code)}”.{Padded(withoutZeros, code)} Thêm đơn vị ấy hoặc sửa lại mã."),
            UnitFaultKind.SuccessorNotThere => ("successors", $"“{code}” không có hiệu lực vào ngày {day}, ngay sau ngày cuối của đơn vị này. Kiểm tra lại ngày của hai đơn vị."),
            _ => ("successors", $"“{code}” khác cấp: tỉnh chỉ thành tỉnh. Sửa lại mã."),
        };
        sheet.Wrong(row, column, message);
    }

    private static string Padded(ILookup<string, AdministrativeUnit> withoutZeros, string code) =>
        withoutZeros[code].FirstOrDefault() is { } unit ? $" Có “{unit.Code}”: số 0 ở đầu có thể đã mất." : "";

    private async Task<IEnumerable<string>> NotesAsync(AdministrativeUnit[] list, UnitRegister register, CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        var lost = list.Where(unit => unit.To is not null && unit.Tier != UnitTier.District && unit.Successors.IsEmpty).Select(unit => unit.Code).ToArray();
        if (lost.Length > 0) notes.Add($"{lost.Length} đơn vị hết hiệu lực mà không ghi đơn vị kế tiếp ({Named(lost)}): số liệu sau đó không nối được với đơn vị ấy.");
        var strange = await offices.ListAsync(cancellationToken).Where(office => office.Unit.Length > 0 && !register.Knows(office.Unit)).Select(office => office.Slug).ToArrayAsync(cancellationToken);
        if (strange.Length > 0) notes.Add($"{strange.Length} đơn vị nộp hồ sơ gắn với mã không còn trong danh mục ({Named(strange)}): gắn lại để được tính đúng nơi.");
        return notes;
    }

    private static string Named(string[] codes) => string.Join(", ", codes.Take(MostNamed)) + (codes.Length > MostNamed ? ", …" : "");

    private static bool Same(AdministrativeUnit one, AdministrativeUnit other) => one with { Successors = other.Successors } == other && one.Successors.SequenceEqual(other.Successors.IsDefault ? [] : other.Successors);
}
