using System.Globalization;
using LearningSociety.App.Records;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Web.Pages;

/// <summary>Stages, verdicts and times as people read them in lists.</summary>
internal static class StageWords
{
    internal static string Of(DossierStage stage) => stage switch
    {
        DossierStage.Received => "Đã nhận, chờ nộp",
        DossierStage.Reading => "Đang đọc các trang",
        DossierStage.Checking => "Đang kiểm tra",
        DossierStage.Reported => "Đã có báo cáo",
        _ => "Gặp lỗi khi xử lý",
    };

    internal static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Complete => "Đầy đủ",
        Verdict.Doubtful => "Cần người xem lại",
        _ => "Chưa hoàn chỉnh",
    };

    internal static string Tone(Verdict verdict) => verdict switch
    {
        Verdict.Complete => "good",
        Verdict.Doubtful => "doubt",
        _ => "bad",
    };

    internal static string Icon(Verdict verdict) => verdict switch
    {
        Verdict.Complete => "✓",
        Verdict.Doubtful => "?",
        _ => "✕",
    };

    internal static string Of(FileStatus file) => file.State switch
    {
        "received" => "Đã nhận",
        "reading" => "Đang đọc",
        "read" => "Đã đọc",
        _ => "Không đọc được",
    };

    internal static string FileTone(FileStatus file) => file.State switch
    {
        "read" => "good",
        "faulty" => "bad",
        _ => "plain",
    };

    internal static string Size(long bytes) => bytes < 1024 * 1024
        ? $"{Math.Max(1, bytes / 1024)} KB"
        : ((double)bytes / (1024 * 1024)).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',') + " MB";

    /// <summary>A moment as a clock in Viet Nam shows it.</summary>
    internal static string Moment(DateTimeOffset time) =>
        time.ToOffset(TimeSpan.FromHours(7)).ToString("HH:mm, dd/MM/yyyy", CultureInfo.InvariantCulture);
}
