using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Places;
using LearningSociety.Domain.Statistics;

namespace LearningSociety.App.Registers.Imports;

/// <summary>Imports when reports of one year came in that do not come as dossiers: those of the file are added or stand in place of the same sender's, the others stay.</summary>
public sealed class ReceiptImport(ReceiptBook book, IOfficeRegister offices, IUnitBook units, Catalogue catalogue, TimeProvider clock) : IRegisterImport
{
    /// <inheritdoc/>
    public string Name => "receipts";

    /// <inheritdoc/>
    public int MostRows => 100_000;

    /// <inheritdoc/>
    public ImmutableArray<ImportColumn> Columns { get; } =
    [
        new("report", "Báo cáo", true, "mã báo cáo trong lịch báo cáo, ví dụ commune-report"),
        new("sender", "Nơi gửi", true, "mã đơn vị, mã xã hoặc mã huyện phải nộp báo cáo"),
        new("year", "Năm", true, "năm của báo cáo; mỗi tệp một năm"),
        new("received", "Ngày nhận", true, "ngày nhận báo cáo; trống khi bỏ dòng"),
        new("number", "Số hiệu", false, "số và ký hiệu của báo cáo"),
        new("remove", "Bỏ", false, "x để bỏ dòng đã nhập nhầm"),
    ];

    /// <inheritdoc/>
    public async Task<ImportOutcome> RunAsync(ImportSheet sheet, bool checkOnly, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var places = new PlaceCells(await units.ReadAsync(cancellationToken));
        var known = await offices.ListAsync(cancellationToken).Select(office => office.Slug).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var rows = new Dictionary<(string, string), (ReportReceipt Receipt, bool Remove, int Row)>();
        (int Year, int Row)? first = null;
        foreach (var row in sheet.Rows)
        {
            var remove = row.IsMarked("remove");
            if (ReceiptOf(row, remove, places, known) is not { } receipt) continue;
            first ??= (receipt.Year, row.Number);
            if (receipt.Year != first.Value.Year)
                row.Wrong("year", $"Tệp có báo cáo của hai năm: {first.Value.Year} (dòng {first.Value.Row}) và {receipt.Year}. Tách mỗi năm thành một tệp.");
            if (!rows.TryAdd(KeyOf(receipt), (receipt, remove, row.Number)))
                row.Wrong("sender", $"Báo cáo “{receipt.Report}” của “{receipt.Sender}” đã có ở dòng {rows[KeyOf(receipt)].Row}. Giữ một dòng.");
        }

        if (sheet.Faults.Count > 0) return ImportOutcome.Refused(Name, sheet.Rows.Length, sheet.Faults);
        var year = first!.Value.Year;
        var changes = Changes((await book.ReadAsync(year, cancellationToken)).Shown);
        if (!checkOnly) await book.ChangeAsync(year, before => (changes = Changes(before)).Rows, cancellationToken);
        return new(Name, rows.Count, changes.Added, changes.Changed, changes.Removed, [], 0, []);

        RowChanges<ReportReceipt> Changes(ImmutableArray<ReportReceipt> before) =>
            RowChanges<ReportReceipt>.Of(before, rows.Values.Select(row => (row.Receipt, row.Remove)), KeyOf);
    }

    private static (string, string) KeyOf(ReportReceipt receipt) => (receipt.Report, receipt.Sender);

    private ReportReceipt? ReceiptOf(ImportRow row, bool remove, PlaceCells places, HashSet<string> known)
    {
        var (report, sender, year, received) = (ReportOf(row), row.Code("sender", true), row.Year("year"), row.Day("received", !remove));
        if (received > VietNamDay.Of(clock)) row.Wrong("received", $"Ngày nhận {received:dd/MM/yyyy} chưa đến. Kiểm tra lại ngày.");
        if (report is null || sender is null || year is not { } about) return null;
        if (!report.IsAbout(about)) row.Wrong("year", $"Báo cáo “{report.Id}” chỉ có cho năm {string.Join(", ", report.Years)}. Sửa lại năm hoặc mã báo cáo.");
        if (report.From == ReportSender.Office && !known.Contains(sender))
            row.Wrong("sender", $"Chưa đăng ký đơn vị “{sender}”. Kiểm tra lại mã, hoặc nhập danh sách đơn vị trước.");
        else if (report.From != ReportSender.Office && places.On(row, "sender", sender, UnitRegister.DayOf(about)) is { } unit && unit.Tier != TierOf(report.From))
            row.Wrong("sender", $"Báo cáo “{report.Id}” do {(report.From == ReportSender.Commune ? "xã" : "huyện")} nộp; “{sender}” thuộc cấp khác. Sửa lại mã.");
        return new(report.Id, about, sender, received ?? default, row.Text("number"));
    }

    private static UnitTier TierOf(ReportSender sender) => sender == ReportSender.Commune ? UnitTier.Commune : UnitTier.District;

    private ReportDue? ReportOf(ImportRow row)
    {
        var id = row.Text("report");
        var found = catalogue.Reports.FirstOrDefault(report => report.Id == id);
        if (found is { Kinds.IsEmpty: true }) return found;
        row.Wrong("report", found is not null
            ? $"“{id}” được tính từ hồ sơ đã nộp, không nhập danh sách. Bỏ dòng này."
            : $"Không có báo cáo “{ImportSheet.Short(id)}” trong lịch báo cáo. Các mã: {string.Join(", ", catalogue.Reports.Where(report => report.Kinds.IsEmpty).Select(report => report.Id))}.");
        return null;
    }
}
