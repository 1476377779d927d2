using LearningSociety.App.Web.Markup;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Review;

/// <summary>A form on the report page: where it is, how it is signed, and every value read from it with its place.</summary>
internal static class FormContent
{
    internal static Html Render(FoundForm form, ReportDossier dossier, ReportWords words)
    {
        var document = form.Document;
        int? first = document.Pages.IsDefaultOrEmpty ? null : document.Pages[0];
        return Html.Of($"""
            <details class="form"{Html.When(document.Form != FormReading.Unknown, () => Html.Of($" open"))}>
            <summary><strong>{form.Name}</strong><span class="quiet">{form.Where}</span></summary>
            <div class="inside">
            <p>{Html.When(form.SignatureTone != Tone.Plain, () => Html.Of($"""<span class="dot {ReportContent.Tone(form.SignatureTone)}" aria-hidden="true"></span>"""))}{form.Signature} {Spot.Link(dossier, document.File, first)}</p>
            {Html.Each(form.Signers, signer => Html.Of($"""<p class="quiet signer">{signer}</p>"""))}
            {Values(form, dossier, words)}
            {Html.When(!document.Criteria.IsDefaultOrEmpty, () => Criteria(document, dossier, words))}
            {Html.Each(document.Gradings, grading => Grading(grading, words))}
            {Html.When(!document.Targets.IsDefaultOrEmpty, () => Targets(document, dossier, words))}
            {Html.When(document.Reason.Length > 0, () => Html.Of($"""<p class="quiet">Nhận ra nhờ: {document.Reason}</p>"""))}
            </div>
            </details>
            """);
    }

    private static Html Values(FoundForm form, ReportDossier dossier, ReportWords words)
    {
        var document = form.Document;
        if (document.Evidence.IsDefaultOrEmpty) return Html.When(form.Identity.Length > 0, () => Html.Of($"""<p>{form.Identity}</p>"""));
        return Html.Of($"""
            <dl class="values">
            {Html.Each(document.Evidence, value => Html.Of($"""
                <div class="spot"{Spot.Attributes(document.File, value.Page, value.Box, "plain", $"{words.Heading(value.Field)}: {Told(value)}")}><dt>{words.Heading(value.Field)}{(document.Pages.Length > 1 ? $" · trang {value.Page}" : "")}</dt><dd>{Spot.Link(dossier, document.File, value.Page, Told(value))}</dd></div>

                """))}
            </dl>
            """);
    }

    // A signature or seal is a mark without words: that it is seen is what there is to say.
    private static string Told(ReportEvidence value) => value.Text.Length > 0 ? value.Text : "có";

    private static Html Criteria(ReportDocument document, ReportDossier dossier, ReportWords words)
    {
        var points = document.Criteria.Any(row => row.Score is not null || row.MaxScore is not null);
        return Html.Of($"""
            <table class="list criteria">
            <thead><tr><th scope="col">Tiêu chí, chỉ tiêu</th><th scope="col">Kết quả</th>{Html.When(points, () => Html.Of($"""<th scope="col">Điểm</th>"""))}<th scope="col">Tóm tắt</th></tr></thead>
            <tbody>
            {Html.Each(document.Criteria, row => Criterion(row, document, dossier, words, points))}
            </tbody></table>
            """);
    }

    private static Html Criterion(ReportCriterion row, ReportDocument document, ReportDossier dossier, ReportWords words, bool points)
    {
        var name = row.Indicator is { } indicator ? $"Chỉ tiêu {row.Criterion}.{indicator}" : $"Tiêu chí {row.Criterion}";
        var result = row.Result is null && points ? "" : words.Result(row.Result);
        var tone = row.Result is null && !points ? "bad" : "plain";
        return Html.Of($"""
            <tr class="spot{(row.Indicator is null ? " own" : "")}"{Spot.Attributes(document.File, row.Page, row.Box, tone, $"{name}: {(result.Length > 0 ? result : Score(row))}")}>
            <th scope="row">{name}</th>
            <td data-label="Kết quả"><span class="{(tone == "bad" ? "missing" : "result")}">{Spot.Link(dossier, document.File, row.Page, result.Length > 0 ? result : null)}</span></td>
            {Html.When(points, () => Html.Of($"""<td data-label="Điểm">{Score(row)}</td>"""))}
            <td data-label="Tóm tắt"{Html.When(row.Summary.Length == 0, () => Html.Of($" class=\"none\""))}>{row.Summary}</td>
            </tr>

            """);
    }

    private static string Score(ReportCriterion row) => (row.Score, row.MaxScore) switch
    {
        ({ } score, { } most) => $"{ReportWords.Number(score)}/{ReportWords.Number(most)}",
        ({ } score, null) => ReportWords.Number(score),
        (null, { } most) => $"–/{ReportWords.Number(most)}",
        _ => "–",
    };

    private static Html Grading(ReportGrading grading, ReportWords words)
    {
        var columns = ReportPhrases.GradingColumns(grading, words);
        return Html.Of($"""
            <h3>{ReportPhrases.GradingTitle(grading, words)}</h3>
            <div class="scroll" tabindex="0" role="region" aria-label="{ReportPhrases.GradingTitle(grading, words)}"><table class="figures">
            <thead><tr><th scope="col">{words.Label("column", "district")}</th>{Html.Each(columns, column => Html.Of($"""<th scope="col">{column.Name}</th>"""))}</tr></thead>
            <tbody>
            {Html.Each(grading.Rows, row => Html.Of($"""
                <tr{Html.When(row.District == GradingRow.Total, () => Html.Of($" class=\"total\""))}><th scope="row">{row.District}</th>{Html.Each(columns, column => Html.Of($"""<td>{column.Value(row)}</td>"""))}</tr>

                """))}
            </tbody></table></div>
            """);
    }

    private static Html Targets(ReportDocument document, ReportDossier dossier, ReportWords words) => Html.Of($"""
        <h3>Chỉ tiêu trong kế hoạch</h3>
        <ul class="targets">
        {Html.Each(document.Targets, target => Html.Of($"""
            <li class="spot"{Spot.Attributes(document.File, target.Page, target.Box, "plain", $"{words.Indicator(target.Indicator)}, năm {target.Year}: {ReportWords.Number(target.Percent)}%")}><span>{words.Indicator(target.Indicator)}</span> <span class="figure">năm {target.Year}: <strong>{ReportWords.Number(target.Percent)}%</strong> {Html.When(target.Page is not null, () => Spot.Link(dossier, document.File, target.Page))}</span></li>

            """))}
        </ul>
        """);
}
