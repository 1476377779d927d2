using System.Globalization;
using System.Text;
using LearningSociety.Domain.Reporting;

namespace LearningSociety.App.Review;

/// <summary>A report as plain text, for readers of mail without HTML and for terminals.</summary>
internal static class MailText
{
    internal static string Render(ReportDigest digest, ReportWords words, Uri? link)
    {
        var text = new StringBuilder();
        var dossier = digest.Report.Dossier;
        text.AppendLine(digest.Headline).AppendLine();
        text.AppendLine(digest.Title)
            .AppendLine(CultureInfo.InvariantCulture, $"Đơn vị: {dossier.OfficeName}")
            .AppendLine(CultureInfo.InvariantCulture, $"Ngày nhận: {ReportWords.Day(dossier.Received)} · lần nộp {dossier.Revision}");
        if (link is not null) text.AppendLine(CultureInfo.InvariantCulture, $"Xem từng trang: {link.AbsoluteUri}");

        foreach (var group in digest.Groups)
        {
            Heading(text, $"{group.Title} ({group.Findings.Length})");
            foreach (var (finding, number) in group.Findings.Select((finding, index) => (finding, index + 1)))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{number}. {finding.Finding.Message}");
                if (finding.Where.Length > 0) text.AppendLine(CultureInfo.InvariantCulture, $"   ({finding.Where})");
            }
        }

        if (!digest.Required.IsEmpty)
        {
            Heading(text, "Biểu mẫu bắt buộc");
            foreach (var form in digest.Required)
                text.AppendLine(CultureInfo.InvariantCulture, $"[{Mark(form.State)}] {form.Name}: {ReportPhrases.State(form)}");
        }

        if (digest.Assessment is { } assessment)
        {
            Heading(text, "Kết quả đánh giá");
            text.AppendLine(CultureInfo.InvariantCulture, $"Đơn vị tự nhận: {assessment.Declared}")
                .AppendLine(CultureInfo.InvariantCulture, $"Tính theo quy tắc: {assessment.Computed}")
                .AppendLine(assessment.Sentence);
        }

        if (!digest.Forms.IsEmpty)
        {
            Heading(text, "Biểu mẫu tìm thấy");
            foreach (var form in digest.Forms)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"- {form.Name}").AppendLine(CultureInfo.InvariantCulture, $"  {form.Where}");
                if (form.Identity.Length > 0) text.AppendLine(CultureInfo.InvariantCulture, $"  {form.Identity}");
                text.AppendLine(CultureInfo.InvariantCulture, $"  {form.Signature}");
                foreach (var signer in form.Signers) text.AppendLine(CultureInfo.InvariantCulture, $"    {signer}");
            }
        }

        foreach (var document in digest.Report.Documents) Figures(text, document, words);

        text.AppendLine().AppendLine("--").AppendLine(ReportPhrases.Footer);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Figures(StringBuilder text, ReportDocument document, ReportWords words)
    {
        foreach (var grading in document.Gradings)
        {
            Heading(text, ReportPhrases.GradingTitle(grading, words));
            var columns = ReportPhrases.GradingColumns(grading, words);
            foreach (var row in grading.Rows)
                text.AppendLine(CultureInfo.InvariantCulture, $"- {row.District}: {string.Join(", ", columns.Select(column => $"{column.Name} {column.Value(row)}"))}");
        }

        if (document.Targets.IsEmpty) return;
        Heading(text, "Chỉ tiêu trong kế hoạch");
        foreach (var target in document.Targets.GroupBy(target => target.Indicator))
            text.AppendLine(CultureInfo.InvariantCulture, $"- {words.Indicator(target.Key)}: {string.Join(", ", target.OrderBy(item => item.Year).Select(item => $"năm {item.Year} {ReportWords.Number(item.Percent)}%"))}");
    }

    private static void Heading(StringBuilder text, string heading) =>
        text.AppendLine().AppendLine(heading.ToUpperInvariant()).AppendLine(new string('-', heading.Length));

    private static char Mark(RequiredState state) => state switch
    {
        RequiredState.Found => 'x',
        RequiredState.Faulty => '!',
        _ => ' ',
    };
}
