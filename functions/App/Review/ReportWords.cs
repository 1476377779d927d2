using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;
using LearningSociety.Domain.Signatures;

namespace LearningSociety.App.Review;

/// <summary>
/// The Vietnamese names a report uses: the catalogue's labels ("result.level-1", "signature.paper", "column.good", …),
/// and where a catalogue has none, these. An older catalogue to which a revision is pinned may lack a label; its report must still read well.
/// </summary>
public sealed class ReportWords(Catalogue catalogue)
{
    private static readonly FrozenDictionary<string, string> BuiltIn = new Dictionary<string, string>
    {
        ["result.not-met"] = "Không đạt",
        ["result.met"] = "Đạt",
        ["result.level-1"] = "Mức độ 1",
        ["result.level-2"] = "Mức độ 2",
        ["verdict.complete"] = "Đầy đủ",
        ["verdict.doubtful"] = "Cần người xem lại",
        ["verdict.incomplete"] = "Chưa hoàn chỉnh",
        ["signature.unknown"] = "Chưa kiểm tra được chữ ký, con dấu",
        ["signature.none"] = "Không thấy chữ ký, con dấu",
        ["signature.hand-only"] = "Có chữ ký, không thấy con dấu",
        ["signature.seal-only"] = "Có con dấu, không thấy chữ ký",
        ["signature.paper"] = "Có chữ ký và con dấu",
        ["signature.digital"] = "Chữ ký số còn nguyên vẹn",
        ["signature.invalid"] = "Chữ ký số không hợp lệ",
        ["trust.trusted"] = "nơi cấp chứng thư nằm trong danh sách tin cậy",
        ["trust.untrusted"] = "chưa xác minh được nơi cấp chứng thư",
        ["column.district"] = "Huyện, thành phố",
        ["column.communes"] = "Số xã",
        ["column.assessed"] = "Đánh giá",
        ["column.good"] = "Tốt",
        ["column.fair"] = "Khá",
        ["column.average"] = "Trung bình",
        ["column.failed"] = "Không đạt",
        ["column.notAssessed"] = "Không đánh giá",
        ["field.number"] = "Số, ký hiệu",
        ["field.date"] = "Ngày ban hành",
        ["field.agency"] = "Cơ quan ban hành",
        ["field.signer"] = "Người ký",
        ["field.assessedYear"] = "Năm đánh giá",
        ["field.declared"] = "Kết quả tự nhận",
        ["field.councilSize"] = "Số thành viên hội đồng",
        ["field.signature"] = "Chữ ký",
        ["field.seal"] = "Con dấu",
        ["grading.results"] = "Kết quả xếp loại năm",
        ["grading.plan"] = "Kế hoạch xếp loại năm",
        ["form.unknown"] = "Trang không thuộc biểu mẫu nào đã biết",
    }.ToFrozenDictionary();

    /// <summary>The label of that key; the key itself when nobody has a word for it.</summary>
    public string Label(string group, string key)
    {
        var name = $"{group}.{key}";
        return catalogue.Labels.TryGetValue(name, out var label) || BuiltIn.TryGetValue(name, out label) ? label : key;
    }

    /// <summary>What a value is, as the head of its entry; the catalogue's labels are written to stand inside a sentence.</summary>
    public string Heading(string field)
    {
        var label = Label("field", field);
        return label.Length == 0 ? label : char.ToUpper(label[0], CultureInfo.InvariantCulture) + label[1..];
    }

    /// <summary>A result; "chưa ghi" for a blank.</summary>
    public string Result(Result? result) => result is { } value ? Label("result", Wire(value)) : "chưa ghi";

    /// <summary>A signature's state.</summary>
    public string Signature(SignatureState state) => Label("signature", Wire(state));

    /// <summary>A verdict in two or three words.</summary>
    public string Verdict(Verdict verdict) => Label("verdict", Wire(verdict));

    /// <summary>A form's name.</summary>
    public string Form(string id) => id == FormReading.Unknown ? Label("form", id) : catalogue.Form(id)?.Name ?? id;

    /// <summary>A dossier kind's name.</summary>
    public string Kind(string id) => catalogue.Kind(id)?.Name ?? id;

    /// <summary>An indicator's name.</summary>
    public string Indicator(string id) => catalogue.Indicators.FirstOrDefault(indicator => indicator.Id == id)?.Name ?? id;

    /// <summary>"trang 3", "trang 2–4", "trang 1, 3".</summary>
    public static string Pages(IReadOnlyList<int> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var runs = new List<(int First, int Last)>();
        foreach (var page in pages)
        {
            if (runs.Count > 0 && runs[^1].Last == page - 1) runs[^1] = (runs[^1].First, page);
            else runs.Add((page, page));
        }

        return "trang " + string.Join(", ", runs.Select(run => run.First == run.Last ? Number(run.First) : $"{run.First}–{run.Last}"));
    }

    /// <summary>"13/01/2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>"11/12/2025 18:12 (+07:00)": the offset is shown as it stands, because odd ones occur.</summary>
    public static string Moment(DateTimeOffset time) => time.ToString("dd/MM/yyyy HH:mm '('zzz')'", CultureInfo.InvariantCulture);

    /// <summary>A number with a decimal comma and no trailing zeros.</summary>
    public static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture).Replace('.', ',');

    private static string Wire<T>(T value) => JsonSerializer.Serialize(value).Trim('"');
}
