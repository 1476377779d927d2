using LearningSociety.App.Web.Markup;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Review;

/// <summary>
/// A report as an HTML mail: one column, inline styles, nothing loaded from elsewhere. Running text takes the reader's own colours,
/// and every coloured area sets both foreground and background, so that it reads on light and dark screens alike.
/// </summary>
internal static class MailHtml
{
    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
    private const string Rule = "1px solid rgba(128,128,128,.35)";
    private const string Quiet = "opacity:.78;font-size:14px";

    internal static string Render(ReportDigest digest, ReportWords words, Uri? link)
    {
        var dossier = digest.Report.Dossier;
        return Html.Of($"""
            <!doctype html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{digest.Title}</title>
            </head>
            <body style="margin:0;padding:0;color-scheme:light dark">
            <div lang="vi" style="max-width:680px;margin:0 auto;padding:16px;{Font};font-size:16px;line-height:1.5;overflow-wrap:break-word">
            <div role="status" style="{Banner(digest.Report.Verdict)};border-radius:8px;padding:16px 18px">
            <div style="font-size:14px;font-weight:600;letter-spacing:.02em">{Icon(digest.Report.Verdict)} {digest.Verdict}</div>
            <div style="font-size:20px;line-height:1.35;font-weight:700;margin-top:4px">{digest.Headline}</div>
            </div>
            <h1 style="font-size:18px;line-height:1.35;margin:18px 0 2px">{digest.Title}</h1>
            <p style="margin:0">{dossier.OfficeName}<br><span style="{Quiet}">Ngày nhận {ReportWords.Day(dossier.Received)} · lần nộp {dossier.Revision}</span></p>
            {Html.When(link is not null, () => Link(link!))}
            {Html.Each(digest.Groups, Group)}
            {Html.When(!digest.Required.IsEmpty, () => Section("Biểu mẫu bắt buộc", Html.Each(digest.Required, Required)))}
            {Html.When(digest.Assessment is not null, () => Section("Kết quả đánh giá", Assessment(digest.Assessment!)))}
            {Html.When(!digest.Forms.IsEmpty, () => Section("Biểu mẫu tìm thấy", Html.Each(digest.Forms, Form)))}
            {Html.Each(digest.Report.Documents, document => Figures(document, words))}
            <p style="border-top:{Rule};margin:28px 0 0;padding-top:12px;{Quiet}">{ReportPhrases.Footer}</p>
            </div>
            </body>
            </html>
            """).ToString();
    }

    private static Html Section(string title, Html content) => Html.Of($"""
        <h2 style="font-size:17px;margin:26px 0 8px">{title}</h2>
        {content}
        """);

    private static Html Link(Uri link) => Html.Of($"""
        <p style="margin:14px 0 0"><a href="{link.AbsoluteUri}" style="display:inline-block;background:#0b57a4;color:#ffffff;text-decoration:none;font-weight:600;padding:10px 16px;border-radius:6px">Xem từng trang của hồ sơ</a></p>
        """);

    private static Html Group(FindingGroup group) => Section(
        $"{group.Title} ({group.Findings.Length})",
        Html.Each(group.Findings, finding => Html.Of($"""
            <div style="border-left:4px solid {Colour(ToneOf(group.Meaning, finding))};padding:2px 0 2px 12px;margin:0 0 12px">
            <div>{finding.Finding.Message}</div>
            {Html.When(finding.Where.Length > 0, () => Html.Of($"""<div style="{Quiet}">{finding.Where}</div>"""))}
            </div>
            """)));

    private static Html Required(RequiredForm form)
    {
        var (tone, icon) = form.State switch
        {
            RequiredState.Found => (Tone.Good, "✓"),
            RequiredState.Faulty => (Tone.Doubt, "!"),
            _ => (Tone.Bad, "✕"),
        };
        return Html.Of($"""
            <div style="border-bottom:{Rule};padding:8px 0">
            {Badge(tone, icon)} <strong>{form.Name}</strong>
            <div style="{Quiet};padding-left:30px">{ReportPhrases.State(form)}</div>
            </div>
            """);
    }

    private static Html Assessment(DigestAssessment assessment) => Html.Of($"""
        <table role="presentation" cellpadding="0" cellspacing="0" style="border-collapse:collapse">
        <tr><td style="padding:3px 18px 3px 0">Đơn vị tự nhận</td><td style="padding:3px 0;font-weight:700">{assessment.Declared}</td></tr>
        <tr><td style="padding:3px 18px 3px 0">Tính theo quy tắc</td><td style="padding:3px 0;font-weight:700">{assessment.Computed}</td></tr>
        </table>
        <p style="margin:6px 0 0;border-left:4px solid {Colour(assessment.Tone)};padding-left:12px">{assessment.Sentence}</p>
        """);

    private static Html Form(FoundForm form) => Html.Of($"""
        <div style="border-bottom:{Rule};padding:10px 0">
        <div style="font-weight:600">{form.Name}</div>
        <div style="{Quiet}">{form.Where}</div>
        {Html.When(form.Identity.Length > 0, () => Html.Of($"""<div style="{Quiet}">{form.Identity}</div>"""))}
        <div style="margin-top:3px">{Html.When(form.SignatureTone != Tone.Plain, () => Badge(form.SignatureTone, form.SignatureTone == Tone.Good ? "✓" : form.SignatureTone == Tone.Doubt ? "?" : "✕"))} {form.Signature}</div>
        {Html.Each(form.Signers, signer => Html.Of($"""<div style="{Quiet};padding-left:30px">{signer}</div>"""))}
        </div>
        """);

    private static Html Figures(ReportDocument document, ReportWords words) => Html.Of($"""
        {Html.Each(document.Gradings, grading => Section(ReportPhrases.GradingTitle(grading, words), Grading(grading, words)))}
        {Html.When(!document.Targets.IsEmpty, () => Section("Chỉ tiêu trong kế hoạch", Targets(document, words)))}
        """);

    private static Html Grading(ReportGrading grading, ReportWords words)
    {
        var columns = ReportPhrases.GradingColumns(grading, words);
        const string cell = "border:1px solid rgba(128,128,128,.5);padding:5px 6px";
        return Html.Of($"""
            <div style="overflow-x:auto"><table cellpadding="0" cellspacing="0" style="border-collapse:collapse;font-size:14px;line-height:1.3">
            <tr><th scope="col" style="{cell};text-align:left">{words.Label("column", "district")}</th>{Html.Each(columns, column => Html.Of($"""<th scope="col" style="{cell}">{column.Name}</th>"""))}</tr>
            {Html.Each(grading.Rows, row => Html.Of($"""
                <tr{Bold(row)}><td style="{cell}">{row.District}</td>{Html.Each(columns, column => Html.Of($"""<td style="{cell};text-align:right">{column.Value(row)}</td>"""))}</tr>

                """))}
            </table></div>
            """);
    }

    private static Html Bold(ReportGradingRow row) => Html.When(row.District == GradingRow.Total, () => Html.Of($""" style="font-weight:700" """));

    private static Html Targets(ReportDocument document, ReportWords words) => Html.Each(
        document.Targets.GroupBy(target => target.Indicator),
        target => Html.Of($"""
            <div style="border-bottom:{Rule};padding:7px 0"><div>{words.Indicator(target.Key)}</div>
            <div style="{Quiet}">{string.Join(" · ", target.OrderBy(item => item.Year).Select(item => $"năm {item.Year}: {ReportWords.Number(item.Percent)}%"))}</div></div>
            """));

    private static Html Badge(Tone tone, string icon) => Html.Of(
        $"""<span aria-hidden="true" style="display:inline-block;width:22px;height:22px;line-height:22px;border-radius:11px;text-align:center;font-size:13px;font-weight:700;color:#ffffff;background:{Colour(tone)}">{icon}</span>""");

    private static Tone ToneOf(FindingMeaning meaning, DigestFinding finding) => finding.Finding.Severity switch
    {
        Domain.Findings.Severity.Error => Tone.Bad,
        Domain.Findings.Severity.Info => Tone.Plain,
        _ => meaning == FindingMeaning.Note ? Tone.Plain : Tone.Doubt,
    };

    private static string Banner(Verdict verdict) => verdict switch
    {
        Verdict.Complete => "background:#1b6b3a;color:#ffffff",
        Verdict.Doubtful => "background:#8a5300;color:#ffffff",
        _ => "background:#a3221b;color:#ffffff",
    };

    private static string Icon(Verdict verdict) => verdict switch
    {
        Verdict.Complete => "✓",
        Verdict.Doubtful => "?",
        _ => "✕",
    };

    private static string Colour(Tone tone) => tone switch
    {
        Tone.Good => "#1b7a42",
        Tone.Doubt => "#b26a00",
        Tone.Bad => "#c0392b",
        _ => "#808080",
    };
}
