using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Statistics;
using LearningSociety.Domain.Text;

namespace LearningSociety.App.Registers.Imports;

/// <summary>Imports recognitions that people decided on: those of the file are added or stand in place of the same decision's, the others stay.</summary>
public sealed class RecognitionImport(RecognitionBook book, IOfficeRegister offices, IUnitBook units, Catalogue catalogue, TimeProvider clock) : IRegisterImport
{
    private static readonly DateOnly First = new(2000, 1, 1);

    /// <inheritdoc/>
    public string Name => "recognitions";

    /// <inheritdoc/>
    public int MostRows => 100_000;

    /// <inheritdoc/>
    public ImmutableArray<ImportColumn> Columns { get; } =
    [
        new("office", "Mã đơn vị", false, "mã của đơn vị được công nhận “Đơn vị học tập”"),
        new("place", "Mã đơn vị hành chính", false, "mã xã, huyện hoặc tỉnh được công nhận “Cộng đồng học tập”"),
        new("level", "Mức độ", true, "1 hoặc 2"),
        new("decision", "Số quyết định", true, "số và ký hiệu của quyết định"),
        new("decided", "Ngày quyết định", true, "ngày ký quyết định"),
        new("expires", "Hết hạn", false, "ngày cuối còn giá trị, khi quyết định có ghi"),
        new("remove", "Bỏ", false, "x để bỏ dòng đã nhập nhầm"),
    ];

    /// <inheritdoc/>
    public async Task<ImportOutcome> RunAsync(ImportSheet sheet, bool checkOnly, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var places = new PlaceCells(await units.ReadAsync(cancellationToken));
        var known = await offices.ListAsync(cancellationToken).Select(office => office.Slug).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var rows = new Dictionary<(string, string, DateOnly), (GrantedRecognition Recognition, bool Remove, int Row)>();
        foreach (var row in sheet.Rows)
        {
            var (recognition, remove) = (RecognitionOf(row, places, known), row.IsMarked("remove"));
            if (recognition is not null && !rows.TryAdd(KeyOf(recognition), (recognition, remove, row.Number)))
                row.Wrong("decision", $"Quyết định này về “{recognition.Subject}” đã có ở dòng {rows[KeyOf(recognition)].Row}. Giữ một dòng.");
        }

        if (sheet.Faults.Count > 0) return ImportOutcome.Refused(Name, sheet.Rows.Length, sheet.Faults);
        var changes = Changes((await book.ReadAsync(cancellationToken)).Shown.All);
        if (!checkOnly) await book.ChangeAsync(before => (changes = Changes(before)).Rows, cancellationToken);
        return new(Name, rows.Count, changes.Added, changes.Changed, changes.Removed, [], 0, []);

        RowChanges<GrantedRecognition> Changes(ImmutableArray<GrantedRecognition> before) =>
            RowChanges<GrantedRecognition>.Of(before, rows.Values.Select(row => (row.Recognition, row.Remove)), KeyOf);
    }

    // A number is written anew each year, and one decision may name many.
    private static (string, string, DateOnly) KeyOf(GrantedRecognition one) => (one.Subject, one.Decision, one.Decided);

    private GrantedRecognition? RecognitionOf(ImportRow row, PlaceCells places, HashSet<string> known)
    {
        var (office, place, level, decision) = (row.Code("office", false), row.Code("place", false), LevelOf(row), row.Text("decision"));
        var (decided, expires) = (row.Day("decided", true), row.Day("expires", false));
        if (decision.Length == 0) row.Wrong("decision", "Thiếu số quyết định. Ghi số và ký hiệu, ví dụ 12/QĐ-UBND.");
        if (decided < First || decided > VietNamDay.Of(clock))
        {
            row.Wrong("decided", $"Ngày quyết định {decided:dd/MM/yyyy} không hợp lý: phải từ năm 2000 đến hôm nay.");
            decided = null;
        }

        if (expires <= decided) row.Wrong("expires", "Ngày hết hạn không sau ngày quyết định. Kiểm tra lại hai ngày.");
        if (row.Text("office").Length > 0 == row.Text("place").Length > 0)
            row.Wrong("office", "Mỗi dòng ghi đúng một trong hai: mã đơn vị (office) hoặc mã đơn vị hành chính (place).");
        else if (office is not null && !known.Contains(office))
            row.Wrong("office", $"Chưa đăng ký đơn vị “{office}”. Kiểm tra lại mã, hoặc nhập danh sách đơn vị trước.");
        else if (decided is { } day && level is { } result && (office is not null || (place is not null && places.On(row, "place", place, day) is not null)))
            return new(office, place, result, decision, day, expires);
        return null;
    }

    private Result? LevelOf(ImportRow row)
    {
        var text = row.Text("level");
        Result? level = text switch { "1" => Result.Level1, "2" => Result.Level2, _ => WireName.Find<Result>(text) };
        level ??= catalogue.Schemes.SelectMany(scheme => scheme.Vocabulary).FirstOrDefault(word => word.Result is Result.Level1 or Result.Level2 && VietnameseText.SameWords(word.Text, text))?.Result;
        if (level is Result.Level1 or Result.Level2) return level;
        row.Wrong("level", text.Length == 0 ? "Thiếu mức độ. Ghi 1 hoặc 2." : $"“{ImportSheet.Short(text)}” không phải một mức độ. Ghi 1 hoặc 2.");
        return null;
    }
}
