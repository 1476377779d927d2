using LearningSociety.App.Api;
using LearningSociety.App.Web.Answers;
using LearningSociety.App.Web.Markup;
using LearningSociety.Domain.Dossiers;

namespace LearningSociety.App.Web.Pages;

/// <summary>The parts that the pages for handing in share: the field for files, and what became of each file.</summary>
internal static class HandInForm
{
    internal static Html Files(RequestLimits limits) => Html.Of($"""
        <label for="files">Các tệp PDF</label>
        <input id="files" name="files" type="file" accept="application/pdf,.pdf" multiple required>
        <p class="hint">Chọn được nhiều tệp cùng lúc, mỗi tệp tối đa {limits.MaxFileBytes / (1024 * 1024)} MB. Một tệp có thể chứa nhiều biểu mẫu.</p>
        """);

    internal static Html Buttons() => Html.Of($"""
        <div class="actions">
        <button class="button" name="then" value="submit">Gửi và nộp hồ sơ</button>
        <button class="button second" name="then" value="keep">Gửi, còn tệp khác</button>
        </div>
        """);

    /// <summary>What is said when some of the files were refused.</summary>
    internal static Html Refused(DossierId id, IReadOnlyList<FileOutcome> outcomes)
    {
        var accepted = outcomes.Count(outcome => outcome.Receipt is not null);
        return Html.Of($"""
            <section class="card">
            <h1>{(accepted == 0 ? "Chưa nhận được tệp nào" : $"Đã nhận {accepted}/{outcomes.Count} tệp")}</h1>
            <ul class="outcomes">
            {Html.Each(outcomes, outcome => outcome.Problem is { } problem
                ? Html.Of($"""<li class="bad"><span class="mark" aria-hidden="true">✕</span><div><strong>{outcome.File}</strong><p>{problem.Detail}</p></div></li>""")
                : Html.Of($"""<li class="good"><span class="mark" aria-hidden="true">✓</span><div><strong>{outcome.File}</strong><p class="quiet">đã nhận</p></div></li>"""))}
            </ul>
            <p>Hồ sơ chưa được nộp, để bạn gửi lại những tệp còn lỗi.</p>
            <p class="actions"><a class="button" href="/dossiers/{id.ToString()}/add">Gửi lại tệp</a> <a class="button second" href="/dossiers/{id.ToString()}">Xem hồ sơ</a></p>
            </section>
            """);
    }
}
