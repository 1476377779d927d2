using System.Collections.Immutable;
using LearningSociety.Domain.Text;

namespace LearningSociety.App.Registers.Imports;

/// <summary>A file with the columns that it should have, and all that is wrong with it so far.</summary>
public sealed class ImportSheet
{
    private readonly List<ImportFault> faults = [];

    private ImportSheet(ImmutableArray<CsvRow> rows, ImmutableArray<ImportColumn> columns)
    {
        var places = PlacesOf(rows[0], columns);
        if (faults.Count == 0) Rows = [.. rows.Skip(1).Where(row => !row.IsEmpty).Select(row => RowOf(row, places))];
        if (faults.Count == 0 && Rows.IsEmpty) Wrong(0, "", "Tệp chỉ có dòng tên cột, không có dữ liệu. Ghi mỗi mục một dòng, từ dòng 2.");
    }

    /// <summary>The rows that are not empty.</summary>
    public ImmutableArray<ImportRow> Rows { get; } = [];

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ImportFault> Faults => faults;

    /// <summary>A sheet of a file, or why there is none.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="columns">The columns that it may have.</param>
    /// <param name="mostRows">Most rows, without the head.</param>
    public static (ImportSheet? Sheet, ImmutableArray<ImportFault> Faults) Read(ReadOnlySpan<byte> bytes, ImmutableArray<ImportColumn> columns, int mostRows)
    {
        var (rows, fault) = CsvSheet.Read(bytes, mostRows + 1);
        if (fault is not null) return (null, [fault]);
        if (LegacyText.Find(rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Split(' '))) != LegacyEncoding.None)
            return (null, [new(0, "", "Chữ trong tệp gõ theo bảng mã cũ (TCVN3 hoặc VNI), không phải Unicode. Chuyển bảng mã sang Unicode (ví dụ bằng Unikey) rồi nhập lại.")]);
        var sheet = new ImportSheet(rows, columns);
        return sheet.faults.Count == 0 ? (sheet, []) : (null, [.. sheet.faults]);
    }

    /// <summary>Notes something wrong.</summary>
    public void Wrong(int row, string column, string message) => faults.Add(new(row, column, message));

    private Dictionary<string, int> PlacesOf(CsvRow head, ImmutableArray<ImportColumn> columns)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < head.Cells.Length; i++)
        {
            var name = head.Cells[i].Trim();
            if (name.Length == 0) continue;
            var column = columns.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || VietnameseText.SameWords(one.Title, name));
            if (column is null)
                Wrong(1, name, $"Không có cột “{Short(name)}” trong mẫu. Các cột: {string.Join(", ", columns.Select(one => one.Name))}. Sửa tên cột hoặc xóa cột này.");
            else if (!places.TryAdd(column.Name, i))
                Wrong(1, column.Name, $"Cột “{column.Name}” có hai lần. Giữ một cột.");
        }

        foreach (var column in columns.Where(one => one.Required && !places.ContainsKey(one.Name)))
            Wrong(1, column.Name, $"Thiếu cột “{column.Name}” ({column.Title}): {column.Meaning}. Dòng đầu của tệp phải là tên cột.");
        return places;
    }

    private ImportRow RowOf(CsvRow row, Dictionary<string, int> places)
    {
        var last = places.Values.Max();
        if (row.Cells.Skip(last + 1).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            Wrong(row.Number, "", "Dòng có nhiều ô hơn số cột. Nếu trong chữ có dấu phẩy, đặt cả ô trong dấu ngoặc kép.");
        return new(this, row, places);
    }

    /// <summary>A text short enough to be shown in a sentence.</summary>
    internal static string Short(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
