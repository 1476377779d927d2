using LearningSociety.App.Web.Markup;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Review;

/// <summary>The report's text on the page: what the mail says, and beside each statement the place it is about.</summary>
internal static class ReportContent
{
    internal static Html Render(ReportDigest digest, ReportWords words)
    {
        var dossier = digest.Report.Dossier;
        return Html.Of($"""
            <section class="verdict {ToneName(digest.Report.Verdict)}">
            <span class="icon" aria-hidden="true">{Icon(digest.Report.Verdict)}</span>
            <div><p class="label">{digest.Verdict}</p><p class="headline">{digest.Headline}</p></div>
            </section>
            <h1>{digest.Title}</h1>
            <p class="lead">{dossier.OfficeName} <span class="quiet">· ngày nhận {ReportWords.Day(dossier.Received)} · lần nộp {dossier.Revision}</span></p>
            {Html.Each(digest.Groups, group => Group(group, dossier))}
            {Html.When(!digest.Required.IsEmpty, () => Required(digest))}
            {Html.When(digest.Assessment is not null, () => Assessment(digest.Assessment!))}
            {Html.When(!digest.Forms.IsEmpty, () => Html.Of($"""
                <h2>Biểu mẫu tìm thấy</h2>
                {Html.Each(digest.Forms, form => FormContent.Render(form, dossier, words))}
                """))}
            <p class="quiet foot">{ReportPhrases.Footer}</p>
            """);
    }

    private static Html Group(FindingGroup group, ReportDossier dossier) => Html.Of($"""
        <section class="findings">
        <h2>{group.Title} <span class="count">{group.Findings.Length}</span></h2>
        <ul>
        {Html.Each(group.Findings, finding => Finding(finding, dossier))}
        </ul>
        </section>
        """);

    private static Html Finding(DigestFinding item, ReportDossier dossier)
    {
        var finding = item.Finding;
        var tone = finding.Severity switch
        {
            Severity.Error => "bad",
            Severity.Warning => "doubt",
            _ => "plain",
        };
        return Html.Of($"""
            <li id="f{item.Index}" class="spot {tone}"{Spot.Attributes(finding.File, finding.Page, finding.Box, tone, finding.Message)}>
            <p>{finding.Message}</p>
            {Html.When(item.Where.Length > 0 || finding.File is not null, () => Html.Of($"""<p class="where"><span>{item.Where}</span> {Spot.Link(dossier, finding.File, finding.Page, finding.Page is null ? "mở tệp" : "xem trên trang")}</p>"""))}
            </li>
            """);
    }

    private static Html Required(ReportDigest digest) => Html.Of($"""
        <h2>Biểu mẫu bắt buộc</h2>
        <ul class="check">
        {Html.Each(digest.Required, form => Html.Of($"""
            <li class="{StateTone(form.State)}"><span class="mark" aria-hidden="true">{StateIcon(form.State)}</span><div><strong>{form.Name}</strong><span class="quiet">{ReportPhrases.State(form)}</span></div></li>

            """))}
        </ul>
        """);

    private static Html Assessment(DigestAssessment assessment) => Html.Of($"""
        <h2>Kết quả đánh giá</h2>
        <dl class="compare {Tone(assessment.Tone)}">
        <div><dt>Đơn vị tự nhận</dt><dd>{assessment.Declared}</dd></div>
        <div><dt>Tính theo quy tắc</dt><dd>{assessment.Computed}</dd></div>
        </dl>
        <p class="note {Tone(assessment.Tone)}">{assessment.Sentence}</p>
        """);

    internal static string Tone(Tone tone) => tone switch
    {
        Review.Tone.Good => "good",
        Review.Tone.Doubt => "doubt",
        Review.Tone.Bad => "bad",
        _ => "plain",
    };

    private static string ToneName(Verdict verdict) => verdict switch
    {
        Verdict.Complete => "good",
        Verdict.Doubtful => "doubt",
        _ => "bad",
    };

    private static string Icon(Verdict verdict) => verdict switch
    {
        Verdict.Complete => "✓",
        Verdict.Doubtful => "?",
        _ => "✕",
    };

    private static string StateTone(RequiredState state) => state switch
    {
        RequiredState.Found => "good",
        RequiredState.Faulty => "doubt",
        _ => "bad",
    };

    private static string StateIcon(RequiredState state) => state switch
    {
        RequiredState.Found => "✓",
        RequiredState.Faulty => "!",
        _ => "✕",
    };
}
