using LearningSociety.App.Records;
using LearningSociety.App.Web.Markup;

namespace LearningSociety.App.Web.Pages;

/// <summary>Renders how far a dossier is.</summary>
internal static class DossierProgress
{
    private static readonly (DossierStage Stage, string Name)[] Steps =
    [
        (DossierStage.Received, "Nhận tệp"),
        (DossierStage.Reading, "Đọc các trang"),
        (DossierStage.Checking, "Kiểm tra"),
        (DossierStage.Reported, "Báo cáo"),
    ];

    internal static Html Render(DossierStatus status, string kind, bool mayHandIn, bool submitted, Func<Html> formToken) => Html.Of($"""
        <p class="crumb"><a href="/">‹ Danh sách hồ sơ</a></p>
        <h1>{kind}</h1>
        <p class="lead">{status.OfficeName} <span class="quiet">· năm {status.Dossier.Year} · lần nộp {status.Revision}</span></p>
        {Html.When(status.Stage == DossierStage.Failed, () => Html.Of($"""
            <p class="note bad" role="alert">Hệ thống gặp lỗi khi xử lý hồ sơ này và đã thử lại nhiều lần. Các tệp vẫn được lưu. Bấm “Xử lý lại”; nếu vẫn lỗi, báo quản trị viên mã hồ sơ {status.Dossier.ToString()}.</p>
            """))}
        {(status.Stage == DossierStage.Reported && status.Verdict is not null ? Reported(status) : Stages(status, submitted))}
        {Actions(status, mayHandIn, submitted, formToken)}
        <h2>Tệp đã nhận ({status.Files.Length})</h2>
        {(status.Files.IsEmpty ? Html.Of($"""<p class="quiet">Chưa có tệp nào.</p>""") : Files(status))}
        {Html.When(status.Stage != DossierStage.Reported && status.ReportedRevision is not null, () => Html.Of($"""
            <p><a href="/dossiers/{status.Dossier.ToString()}/report?revision={status.ReportedRevision!.Value}">Xem báo cáo của lần nộp {status.ReportedRevision!.Value}</a></p>
            """))}
        """);

    private static Html Reported(DossierStatus status)
    {
        var verdict = status.Verdict!.Value;
        return Html.Of($"""
            <section class="verdict {StageWords.Tone(verdict)}">
            <span class="icon" aria-hidden="true">{StageWords.Icon(verdict)}</span>
            <div><p class="headline">{StageWords.Of(verdict)}</p>
            <p><a class="button on-colour" href="/dossiers/{status.Dossier.ToString()}/report">Xem báo cáo kiểm tra</a></p></div>
            </section>
            """);
    }

    private static Html Stages(DossierStatus status, bool submitted) => Html.Of($"""
        <ol class="steps" aria-label="Tiến độ">
        {Html.Each(Steps, step => Html.Of($"""<li class="{(status.Stage == DossierStage.Failed || step.Stage > status.Stage ? "ahead" : step.Stage == status.Stage ? "now" : "done")}"{Html.When(step.Stage == status.Stage, () => Html.Of($" aria-current=\"step\""))}><span>{step.Name}</span></li>"""))}
        </ol>
        <p class="quiet" role="status">{Now(status, submitted)}</p>
        """);

    private static string Now(DossierStatus status, bool submitted) => status.Stage switch
    {
        DossierStage.Received when submitted => "Đã nộp hồ sơ, bắt đầu đọc trong giây lát. Trang tự cập nhật.",
        DossierStage.Received => "Đang chờ thêm tệp. Bấm “Nộp hồ sơ” khi đã gửi đủ; nếu không, hồ sơ tự chuyển sang kiểm tra sau ít phút không có tệp mới.",
        DossierStage.Reading => $"Đã đọc {status.Files.Count(file => file.State is "read" or "faulty")}/{status.Files.Length} tệp. Trang tự cập nhật.",
        DossierStage.Checking => "Đã đọc xong, đang phân loại biểu mẫu và đối chiếu. Trang tự cập nhật.",
        _ => "",
    };

    private static Html Actions(DossierStatus status, bool mayHandIn, bool submitted, Func<Html> formToken) => Html.When(mayHandIn, () => Html.Of($"""
        <div class="actions">
        {Html.When(status.Stage == DossierStage.Received && !submitted && !status.Files.IsEmpty, () => Html.Of($"""
            <form method="post" action="/dossiers/{status.Dossier.ToString()}/submit">{formToken()}<button class="button">Nộp hồ sơ</button></form>
            """))}
        {Html.When(status.Stage == DossierStage.Failed, () => Html.Of($"""
            <form method="post" action="/dossiers/{status.Dossier.ToString()}/read-again">{formToken()}<button class="button">Xử lý lại</button></form>
            """))}
        <a class="button second" href="/dossiers/{status.Dossier.ToString()}/add">{(status.Stage == DossierStage.Received ? "Thêm tệp" : "Bổ sung, nộp lại")}</a>
        </div>
        """));

    private static Html Files(DossierStatus status) => Html.Of($"""
        <table class="list">
        <thead><tr><th scope="col">Tệp</th><th scope="col">Tình trạng</th><th scope="col">Nhận ra</th><th scope="col">Nhận lúc</th></tr></thead>
        <tbody>
        {Html.Each(status.Files, file => Html.Of($"""
            <tr>
            <td class="lead"><a href="/api/dossiers/{status.Dossier.ToString()}/documents/{Uri.EscapeDataString(file.Name)}">{file.Name}</a> <span class="quiet">{StageWords.Size(file.Bytes)}{(file.Pages is { } pages ? $" · {pages} trang" : "")}</span></td>
            <td data-label="Tình trạng"><span class="badge {StageWords.FileTone(file)}">{StageWords.Of(file)}</span></td>
            <td data-label="Nhận ra">{(file.Recognised.IsDefaultOrEmpty ? Html.Of($"""<span class="quiet">–</span>""") : Html.Text(string.Join("; ", file.Recognised)))}</td>
            <td data-label="Nhận lúc" class="quiet">{StageWords.Moment(file.ReceivedAt)}</td>
            </tr>

            """))}
        </tbody></table>
        """);
}
