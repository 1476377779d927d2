using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace LearningSociety.App.Registers.Imports;

/// <summary>A row of a CSV file.</summary>
/// <param name="Number">Its number as a spreadsheet shows it, from 1.</param>
/// <param name="Cells">Its cells as they stand there.</param>
internal sealed record CsvRow(int Number, ImmutableArray<string> Cells)
{
    /// <summary>True when nothing stands in it.</summary>
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>Reads CSV as spreadsheets write it: UTF-8 with or without BOM, RFC 4180, apart by comma, semicolon or tab.</summary>
internal static class CsvSheet
{
    private const int MostCells = 200;
    private const string SaveAsUtf8 = "Trong Excel chọn Lưu thành (Save As), kiểu “CSV UTF-8 (Comma delimited)”, rồi nhập lại.";

    /// <summary>The rows, or why the file cannot be read.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="mostRows">Most rows, with the head.</param>
    public static (ImmutableArray<CsvRow> Rows, ImportFault? Fault) Read(ReadOnlySpan<byte> bytes, int mostRows)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (bytes.Trim(" \t\r\n"u8).IsEmpty) return Refused(0, "Tệp rỗng. Chọn đúng tệp, dòng đầu là tên cột, mỗi dòng sau là một mục.");
        if (bytes.StartsWith("PK"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return Refused(0, $"Đây là tệp Excel, không phải CSV. {SaveAsUtf8}");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || bytes.Contains((byte)0))
            return Refused(0, $"Tệp lưu theo bảng mã UTF-16 (Unicode Text), không phải UTF-8. {SaveAsUtf8}");
        var text = new char[bytes.Length];
        Utf8.ToUtf16(bytes, text, out var read, out var written, replaceInvalidSequences: false);
        var (rows, unclosed) = Split(text.AsSpan(0, written), mostRows);
        if (rows[^1].Cells.Length > MostCells) return Refused(rows[^1].Number, $"Dòng {rows[^1].Number} có hơn {MostCells} ô. Xóa những cột thừa, hoặc kiểm tra dấu xuống dòng của tệp.");
        if (read < bytes.Length)
            return Refused(rows[^1].Number, $"Từ dòng {rows[^1].Number}, ô thứ {rows[^1].Cells.Length}, chữ không phải bảng mã UTF-8 (có thể là Windows-1258 hoặc ANSI). {SaveAsUtf8}");
        if (unclosed is { } row) return Refused(row, $"Dấu ngoặc kép mở ở dòng {row} không có dấu đóng. Thêm dấu ngoặc kép đóng, hoặc viết hai dấu liền nhau (\"\") khi dấu ấy là một phần của chữ.");
        return rows.Length > mostRows
            ? Refused(0, $"Tệp có quá nhiều dòng: mỗi lần nhập được tối đa {mostRows - 1} dòng. Xóa những dòng thừa ở cuối, hoặc tách thành nhiều tệp.")
            : (rows, null);
    }

    // Reads one row and cell more than may be there, so that too many show.
    private static (ImmutableArray<CsvRow> Rows, int? Unclosed) Split(ReadOnlySpan<char> text, int mostRows)
    {
        var separator = SeparatorOf(text);
        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        var cells = ImmutableArray.CreateBuilder<string>();
        var cell = new StringBuilder();
        var (quoted, opened) = (false, 0);
        for (var i = 0; i < text.Length && rows.Count <= mostRows && cells.Count <= MostCells; i++)
        {
            var letter = text[i];
            if (quoted)
            {
                if (letter != '"') cell.Append(letter);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
                else quoted = false;
            }
            else if (letter == '"' && cell.Length == 0)
            {
                (quoted, opened) = (true, rows.Count + 1);
            }
            else if (letter == separator)
            {
                EndCell();
            }
            else if (letter is '\r' or '\n')
            {
                if (letter == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                EndRow();
            }
            else
            {
                cell.Append(letter);
            }
        }

        if (rows.Count == 0 || cell.Length > 0 || cells.Count > 0) EndRow();
        return (rows.ToImmutable(), quoted ? opened : null);

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add(new(rows.Count + 1, cells.DrainToImmutable()));
        }
    }

    // The sign that the head has most of: where the comma is the decimal sign, spreadsheets write semicolons.
    private static char SeparatorOf(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('\r', '\n');
        var head = end < 0 ? text : text[..end];
        var best = ',';
        foreach (var sign in ";\t")
            if (head.Count(sign) > head.Count(best)) best = sign;
        return best;
    }

    private static (ImmutableArray<CsvRow>, ImportFault?) Refused(int row, string message) => ([], new(row, "", message));
}
