using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Text;

namespace LearningSociety.App.Registers.Imports;

/// <summary>A row of a file to import. A cell that cannot be read is noted with what to do, and a harmless value takes its place.</summary>
public sealed partial class ImportRow
{
    private const int LongestName = 200;
    private const int MostCount = 100_000_000;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    // Excel counts days from the end of 1899; these are days of 1927 to 2119, which nobody writes as a plain number.
    private static readonly DateOnly SpreadsheetStart = new(1899, 12, 30);
    private static readonly string[] Marks = ["x", "co", "1", "true", "xoa", "bo"];

    private readonly ImportSheet sheet;
    private readonly ImmutableArray<string> cells;
    private readonly IReadOnlyDictionary<string, int> places;

    /// <summary>Creates a row.</summary>
    /// <param name="sheet">Where it stands, and where faults are noted.</param>
    /// <param name="row">Its number and cells.</param>
    /// <param name="places">Which cell belongs to which column.</param>
    internal ImportRow(ImportSheet sheet, CsvRow row, IReadOnlyDictionary<string, int> places) => (this.sheet, Number, cells, this.places) = (sheet, row.Number, row.Cells, places);

    /// <summary>The row's number in the spreadsheet.</summary>
    public int Number { get; }

    /// <summary>Notes something wrong in the row.</summary>
    public void Wrong(string column, string message) => sheet.Wrong(Number, column, message);

    /// <summary>A cell's text, tidied; empty when blank.</summary>
    public string Text(string column) => places.TryGetValue(column, out var place) && place < cells.Length ? VietnameseText.Tidy(cells[place]) : "";

    /// <summary>A name for people: not blank, at most 200 letters, with its Vietnamese letters whole.</summary>
    public string Name(string column)
    {
        var text = Text(column);
        if (text.Length == 0) Wrong(column, $"Ô “{column}” trống. Ghi tên đầy đủ.");
        else if (text.Length > LongestName) Wrong(column, $"Tên dài quá {LongestName} ký tự. Ghi ngắn lại.");
        else if (text.Contains('?') || text.Contains('\uFFFD') || Broken().IsMatch(text))
            Wrong(column, $"Tên “{ImportSheet.Short(text)}” đã mất hoặc vỡ chữ tiếng Việt khi lưu. Mở tệp gốc, lưu lại bằng kiểu “CSV UTF-8 (Comma delimited)”.");
        return text;
    }

    /// <summary>A code: lower-case ASCII letters, digits and single hyphens. Null when blank and not required, or wrong.</summary>
    public string? Code(string column, bool required)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            if (required) Wrong(column, $"Ô “{column}” trống. Ghi mã.");
            return null;
        }

        if (Scientific().IsMatch(text) || Decimals().IsMatch(text))
            Wrong(column, $"Excel đã đổi mã thành số “{ImportSheet.Short(text)}”. Định dạng cả cột là Văn bản (Text), ghi lại mã từ nguồn, rồi lưu lại.");
        else if (!DossierId.IsSlug(text))
            Wrong(column, $"Mã “{ImportSheet.Short(text)}” không dùng được: mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, tối đa 60 ký tự.");
        else
            return text;
        return null;
    }

    /// <summary>A day, year-month-day or day/month/year. Null when blank and not required, or wrong.</summary>
    public DateOnly? Day(string column, bool required)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            if (required) Wrong(column, $"Ô “{column}” trống. Ghi ngày dạng năm-tháng-ngày, ví dụ 2025-07-01.");
            return null;
        }

        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            if (day.Year is >= 1900 and <= LastYear) return day;
            Wrong(column, $"Ngày “{text}” không hợp lý: năm phải từ 1900 đến {LastYear}.");
        }
        else if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= 10_000 and <= 80_000)
        {
            Wrong(column, $"“{text}” là số ngày của Excel ({SpreadsheetStart.AddDays(serial):yyyy-MM-dd}). Định dạng cả cột là Văn bản (Text) và ghi ngày dạng năm-tháng-ngày.");
        }
        else
        {
            Wrong(column, $"“{ImportSheet.Short(text)}” không phải một ngày. Ghi năm-tháng-ngày (2025-07-01) hoặc ngày/tháng/năm (01/07/2025).");
        }

        return null;
    }

    /// <summary>A year. Null when wrong.</summary>
    public int? Year(string column)
    {
        var text = Text(column);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear) return year;
        Wrong(column, text.Length == 0 ? $"Ô “{column}” trống. Ghi năm, ví dụ 2025." : $"“{ImportSheet.Short(text)}” không phải một năm. Ghi năm bốn chữ số, từ {FirstYear} đến {LastYear}.");
        return null;
    }

    /// <summary>A whole number from 0 to a hundred million. Null when blank, or wrong.</summary>
    public int? Count(string column)
    {
        var text = Text(column);
        if (text.Length == 0) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostCount) return count;
        Wrong(column, $"“{ImportSheet.Short(text)}” không phải số đếm. Ghi số nguyên từ 0 đến {MostCount}, không có dấu chấm, dấu phẩy hay dấu cách giữa các chữ số.");
        return null;
    }

    /// <summary>True where a mark stands, such as "x".</summary>
    public bool IsMarked(string column)
    {
        var text = VietnameseText.Words(Text(column));
        if (text.Length == 0) return false;
        if (Marks.Contains(text)) return true;
        Wrong(column, $"Ô “{column}” chỉ nhận “x” hoặc để trống, không nhận “{ImportSheet.Short(text)}”.");
        return false;
    }

    // UTF-8 that was read as a Western encoding.
    [GeneratedRegex("á»|áº|Æ°|Ã¡|Ã\u00A0")]
    private static partial Regex Broken();

    [GeneratedRegex(@"^[0-9]([.,][0-9]+)?[eE][+-]?[0-9]+$")]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^[0-9]+[.,]0*$")]
    private static partial Regex Decimals();
}
