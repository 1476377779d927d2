using System.Collections.Immutable;

namespace LearningSociety.App.Registers.Imports;

/// <summary>Imports offices that may hand in dossiers: those of the file are registered or renamed, the others stay.</summary>
public sealed class OfficeImport(IOfficeRegister offices, IUnitBook units) : IRegisterImport
{
    /// <inheritdoc/>
    public string Name => "offices";

    /// <inheritdoc/>
    public int MostRows => 100_000;

    /// <inheritdoc/>
    public ImmutableArray<ImportColumn> Columns { get; } =
    [
        new("office", "Mã đơn vị", true, "mã của đơn vị nộp hồ sơ, ví dụ truong-thcs-an-phu"),
        new("name", "Tên đơn vị", true, "tên đầy đủ"),
        new("unit", "Mã đơn vị hành chính", true, "mã xã, huyện hoặc tỉnh mà đơn vị thuộc về; trống khi chưa biết"),
        new("province", "Mã tỉnh", false, "mã tỉnh, khi chưa biết mã đơn vị hành chính"),
    ];

    /// <inheritdoc/>
    public async Task<ImportOutcome> RunAsync(ImportSheet sheet, bool checkOnly, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var register = await units.ReadAsync(cancellationToken);
        var places = register.Units.IsEmpty ? null : new PlaceCells(register);
        var rows = new Dictionary<string, (Office Office, int Row)>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows)
        {
            var office = new Office(row.Code("office", true) ?? "", row.Name("name"), UnitOf(row, "province", places), UnitOf(row, "unit", places));
            if (office.Slug.Length > 0 && !rows.TryAdd(office.Slug, (office, row.Number)))
                row.Wrong("office", $"Mã đơn vị “{office.Slug}” đã có ở dòng {rows[office.Slug].Row}. Mỗi đơn vị một dòng: xóa một dòng hoặc sửa mã.");
        }

        if (sheet.Faults.Count > 0) return ImportOutcome.Refused(Name, sheet.Rows.Length, sheet.Faults);
        var before = await offices.ListAsync(cancellationToken).ToDictionaryAsync(office => office.Slug, StringComparer.Ordinal, cancellationToken);
        var changed = rows.Values.Select(row => row.Office).Where(office => before.GetValueOrDefault(office.Slug) != office).ToImmutableArray();
        var added = changed.Count(office => !before.ContainsKey(office.Slug));
        if (!checkOnly && changed.Length > 0) await offices.PutAllAsync(changed, cancellationToken);
        var without = rows.Values.Count(row => row.Office.Unit.Length == 0);
        return new(
            Name, rows.Count, added, changed.Length - added, 0, [], 0,
            [
                .. without == 0 ? (string[])[] : [$"{without} đơn vị chưa gắn với đơn vị hành chính: chỉ được tính ở cấp tỉnh, hoặc không ở tỉnh nào."],
                .. changed.Any(office => before.GetValueOrDefault(office.Slug) is { } old && (old.Unit, old.Province) != (office.Unit, office.Province)) ? (string[])[ImportOutcome.CountAnew] : [],
            ]);
    }

    // Before units were imported there is nothing to compare with.
    private static string UnitOf(ImportRow row, string column, PlaceCells? places)
    {
        var code = row.Code(column, false) ?? "";
        if (code.Length > 0) places?.Known(row, column, code);
        return code;
    }
}
