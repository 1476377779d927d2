using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;
using LearningSociety.Domain.Text;

namespace LearningSociety.App.Registers.Imports;

/// <summary>Imports figures of one year, by place and indicator: those of the file stand in place of earlier ones, the others stay.</summary>
public sealed class MeasureImport(MeasureBook book, IUnitBook units, Catalogue catalogue, TimeProvider clock) : IRegisterImport
{
    /// <inheritdoc/>
    public string Name => "measures";

    /// <inheritdoc/>
    public int MostRows => 100_000;

    /// <inheritdoc/>
    public ImmutableArray<ImportColumn> Columns { get; } =
    [
        new("place", "Mã đơn vị hành chính", true, "mã xã, huyện hoặc tỉnh"),
        new("indicator", "Chỉ tiêu", true, "mã hoặc tên chỉ tiêu trong danh mục, ví dụ family"),
        new("year", "Năm", true, "năm của số liệu, tính đến ngày 31 tháng 12; mỗi tệp một năm"),
        new("count", "Số đạt", true, "số gia đình, dòng họ, cộng đồng, đơn vị, người… đạt chỉ tiêu; trống khi chỉ biết tổng số"),
        new("of", "Tổng số", true, "tổng số gia đình, dòng họ, cộng đồng, đơn vị, người…; trống khi chỉ biết số đạt"),
        new("remove", "Bỏ", false, "x để bỏ số liệu đã nhập"),
    ];

    /// <inheritdoc/>
    public async Task<ImportOutcome> RunAsync(ImportSheet sheet, bool checkOnly, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var places = new PlaceCells(await units.ReadAsync(cancellationToken));
        var rows = new Dictionary<(string, string), (Measure Measure, bool Remove, int Row)>();
        (int Year, int Row)? first = null;
        foreach (var row in sheet.Rows)
        {
            var (measure, remove) = (MeasureOf(row, places), row.IsMarked("remove"));
            if (measure is null) continue;
            first ??= (measure.Year, row.Number);
            if (measure.Year != first.Value.Year)
                row.Wrong("year", $"Tệp có số liệu của hai năm: {first.Value.Year} (dòng {first.Value.Row}) và {measure.Year}. Tách mỗi năm thành một tệp.");
            if (remove && (measure.Count ?? measure.Of) is not null) row.Wrong("remove", "Dòng được đánh dấu bỏ nhưng lại có số liệu. Xóa dấu bỏ, hoặc xóa số liệu.");
            if (!remove && (measure.Count ?? measure.Of) is null) row.Wrong("count", "Dòng không có số đạt lẫn tổng số. Ghi ít nhất một số, hoặc xóa dòng này.");
            if (!rows.TryAdd((measure.Place, measure.Indicator), (measure, remove, row.Number)))
                row.Wrong("indicator", $"Chỉ tiêu “{measure.Indicator}” của “{measure.Place}” đã có ở dòng {rows[(measure.Place, measure.Indicator)].Row}. Giữ một dòng.");
        }

        if (sheet.Faults.Count > 0) return ImportOutcome.Refused(Name, sheet.Rows.Length, sheet.Faults);
        var year = first!.Value.Year;
        var changes = Changes((await book.ReadAsync(year, cancellationToken)).Shown.All);
        if (!checkOnly) await book.ChangeAsync(year, before => (changes = Changes(before)).Rows, cancellationToken);
        return new(Name, rows.Count, changes.Added, changes.Changed, changes.Removed, [], 0, []);

        RowChanges<Measure> Changes(ImmutableArray<Measure> before) =>
            RowChanges<Measure>.Of(before, rows.Values.Select(row => (row.Measure, row.Remove)), measure => (measure.Place, measure.Indicator));
    }

    private Measure? MeasureOf(ImportRow row, PlaceCells places)
    {
        var (place, indicator, year, count, of) = (row.Code("place", true), IndicatorOf(row), row.Year("year"), row.Count("count"), row.Count("of"));
        if (year > VietNamDay.Of(clock).Year)
        {
            row.Wrong("year", $"Năm {year} chưa đến. Số liệu đo được chỉ có đến năm nay.");
            year = null;
        }

        if (count > of) row.Wrong("count", $"Số đạt ({count}) lớn hơn tổng số ({of}). Kiểm tra lại hai số.");
        return place is not null && year is not null && places.On(row, "place", place, UnitRegister.DayOf(year.Value)) is not null && indicator is not null
            ? new(place, indicator, year.Value, count, of)
            : null;
    }

    private string? IndicatorOf(ImportRow row)
    {
        var text = row.Text("indicator");
        var found = catalogue.Indicators.FirstOrDefault(one => one.Id == text || VietnameseText.SameWords(one.Name, text));
        if (found is null) row.Wrong("indicator", $"Không có chỉ tiêu “{ImportSheet.Short(text)}” trong danh mục. Các mã: {string.Join(", ", catalogue.Indicators.Select(one => one.Id))}.");
        return found?.Id;
    }
}
