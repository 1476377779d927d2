using System.Text.RegularExpressions;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Text;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Classification;

/// <summary>Weighs what on a page speaks for one form: independent signs add up, none alone is proof.</summary>
internal sealed partial class FormEvidence
{
    private const double MarkWeight = 0.8;
    private const double TitleWeight = 0.5;
    private const double SubjectWeight = 0.55;
    private const double SignWeight = 0.2;
    private const double HeadsWeight = 0.45;
    private const double PhraseWeight = 0.2;
    private const double IssuerWeight = 0.25;
    private const int MostPhrases = 3;
    private const int FewestHeads = 3;

    private const double Doubted = 0.7;
    private const double OtherTitle = 0.75;
    private const int LongTitle = 6;
    private bool isDoubted;
    private bool hasOtherTitle;
    private readonly List<(double Weight, string Words)> signs = [];

    private FormEvidence(FormType form) => Form = form;

    /// <summary>The form weighed.</summary>
    public FormType Form { get; }

    /// <summary>True when mark, title or subject speak for the form, not only words of the body.</summary>
    public bool IsHeaded { get; private set; }

    /// <summary>0 for nothing, towards 1 for much.</summary>
    public double Score => (isDoubted ? Doubted : 1) * (hasOtherTitle ? OtherTitle : 1) * (1 - signs.Aggregate(1.0, (doubt, sign) => doubt * (1 - sign.Weight)));

    /// <summary>The signs in Vietnamese, strongest first.</summary>
    public IEnumerable<string> Signs => signs.OrderByDescending(sign => sign.Weight).Select(sign => sign.Words);

    /// <summary>Weighs a page for a form; null when a phrase rules the form out.</summary>
    public static FormEvidence? Weigh(FormType form, Sheet sheet, PageHead head)
    {
        var about = form.Recognition;
        var top = $"{head.Mark?.Raw} {head.Heading.Raw}";
        if (about.Excludes.Any(phrase => VietnameseText.ContainsWords(top, phrase))) return null;
        var evidence = new FormEvidence(form);
        evidence.WeighMark(head);
        evidence.WeighTitle(head);
        evidence.WeighSubject(head);
        evidence.WeighBody(sheet, head);

        // Words of another form's body speak against this one, but only its own heading rules it out.
        evidence.isDoubted = about.Excludes.Any(phrase => VietnameseText.ContainsWords(sheet.All.Key, phrase));
        return evidence;
    }

    private void WeighMark(PageHead head)
    {
        if (head.Mark is not { } mark) return;
        var printed = MarkKey(mark.Raw);
        if (!Form.Recognition.Marks.Any(known => MarkKey(known) == printed)) return;
        IsHeaded = true;
        signs.Add((MarkWeight * Math.Max(0.7, mark.Confidence.Value), $"ký hiệu “{mark.Raw}”"));
    }

    private void WeighTitle(PageHead head)
    {
        if (Best(Form.Recognition.Titles, head.Title.Key) is not { } title)
        {
            hasOtherTitle = head.HasLetterhead && head.Title.Key.Length >= LongTitle;
            return;
        }

        IsHeaded = true;
        signs.Add((TitleWeight * title.Likeness, $"tiêu đề “{head.Title.QuoteKey(title.Start, title.Length).Raw}”"));
    }

    private void WeighSubject(PageHead head)
    {
        if (Best(Form.Recognition.Subjects, head.Heading.Key) is not { } subject) return;
        IsHeaded = true;
        signs.Add((SubjectWeight * subject.Likeness, $"trích yếu “{head.Heading.QuoteKey(subject.Start, subject.Length).Raw}”"));
    }

    private void WeighBody(Sheet sheet, PageHead head)
    {
        var sign = Form.Recognition.Signs.FirstOrDefault(sign => head.NumberLine is { } line && HasSign(line.Plain, VietnameseText.Fold(sign)));
        if (sign is not null) signs.Add((SignWeight, $"ký hiệu văn bản “{sign}”"));
        var agencies = VietnameseText.Words(string.Join(' ', head.AgencyRows.Select(row => row.Text)));
        if (Form.Issuer == Issuer.Council && Approximate.Contains(agencies, "hoi dong")) signs.Add((IssuerWeight, "cơ quan ban hành là Hội đồng"));
        foreach (var phrase in Form.Recognition.Phrases.Where(phrase => Approximate.Contains(sheet.All.Key, VietnameseText.Words(phrase))).Take(MostPhrases))
        {
            signs.Add((PhraseWeight, $"cụm từ “{phrase}”"));
        }

        var heads = Form.Recognition.TableHeads;
        var found = sheet.Tables.IsEmpty ? 0 : heads.Count(text => sheet.Tables.Any(table => HasHead(table, VietnameseText.Words(text))));
        if (found >= FewestHeads) signs.Add((HeadsWeight, "các cột của bảng"));
    }

    private static bool HasHead(Layouts.LayoutTable table, string head) =>
        table.Cells.Any(cell => cell.Row < 3 && Approximate.Contains(VietnameseText.Words(cell.Text), head));

    private static bool HasSign(string line, string sign)
    {
        var slash = line.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return false;
        var printed = line[(slash + 1)..].TrimStart();
        return printed.StartsWith(sign, StringComparison.Ordinal) && (printed.Length == sign.Length || !char.IsLetterOrDigit(printed[sign.Length]));
    }

    private static PhraseMatch? Best(IEnumerable<string> phrases, string key) => phrases
        .Select(phrase => Approximate.Find(key, VietnameseText.Words(phrase)))
        .Where(match => match is not null).OrderByDescending(match => match!.Value.Likeness * match.Value.PhraseLength).FirstOrDefault();

    /// <summary>A form number without "số", leading zeros and blanks: "Mẫu số 08" and "M8" are both "m8".</summary>
    internal static string MarkKey(string mark)
    {
        var match = MarkParts().Match(VietnameseText.Words(mark));
        if (!match.Success) return VietnameseText.Words(mark);
        var kind = match.Groups["kind"].Value is "phu luc" or "phu bieu" ? "pl" : "m";
        var number = match.Groups["number"].Value;
        if (number.Any(char.IsAsciiDigit)) number = number.Replace('o', '0').Replace('i', '1').Replace('l', '1').TrimStart('0');
        return kind + number + match.Groups["letter"].Value;
    }

    [GeneratedRegex("^(bieu )?(?<kind>mau|phu luc|phu bieu|m)( so)? ?(?<number>[0-9][0-9oil]*|o[0-9]+|[ivxl1]+)(?<letter>[a-z]?)\\b")]
    private static partial Regex MarkParts();
}
