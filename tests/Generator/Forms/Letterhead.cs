using System.Globalization;
using LearningSociety.Generator.Chance;
using LearningSociety.Generator.Facts;

namespace LearningSociety.Generator.Forms;

/// <summary>The top of a paper: form number, agency and motto, number and date, title.</summary>
public static class Letterhead
{
    /// <summary>How offices write the number of a form.</summary>
    public static string FormNumber(Dice dice, string id)
    {
        var number = id[^2..];
        return dice.Pick($"Mẫu {number}", $"Mẫu số {number}", $"Mẫu {int.Parse(number, CultureInfo.InvariantCulture)}", $"M{number}", $"Mẫu số {number}");
    }

    /// <summary>Place and date.</summary>
    public static string PlaceAndDate(FormFacts form, Look look) => string.Create(
        CultureInfo.InvariantCulture, $"{form.Place}, ngày {form.Date.Day:00} tháng {(form.Date.Month < 3 || look.LongMonths && form.Date.Month < 10 ? "0" : "")}{form.Date.Month} năm {form.Date.Year}");

    /// <summary>Writes it.</summary>
    public static void Write(Markup page, Look look, Dice dice, FormFacts form, bool draft = false)
    {
        if (look.PrintsFormNumber && form.Id.StartsWith("unit-m", StringComparison.Ordinal))
            page.Line(FormNumber(dice, form.Id), dice.Pick("mark", "mark", "mark left"));
        var stroke = look.Letterhead switch { 0 => "<div class=\"stroke\"></div>", 1 => "", 2 => "<div class=\"stroke long\"></div>", _ => "<p class=\"dashes\">–––––––––</p>" };
        var number = form.Number is { } known ? $"Số: {known}" : $"Số:{new string('\u00a0', dice.Between(6, 12))}{form.Sign}";
        page.Raw("<div class=\"head\"><div class=\"agency\">");
        if (form.Parent is { } parent) page.Line(parent, "c");
        foreach (var line in Lines(form.Agency!, look, dice)) page.Line(line, "c b");
        page.Raw(stroke).Line(number, "c number").Raw("</div><div class=\"motto\">").Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "c b");
        page.Raw(look.Letterhead == 1 ? "<p class=\"c b\"><u>Độc lập - Tự do - Hạnh phúc</u></p>" : $"<p class=\"c b\">Độc lập - Tự do - Hạnh phúc</p>{stroke}");
        if (look.Letterhead != 3) page.Line(PlaceAndDate(form, look), "c i date");
        page.Raw("</div></div>");
        if (look.Letterhead == 3) page.Line(PlaceAndDate(form, look), "right i date");
        if (draft) page.Line(dice.Pick("DỰ THẢO", "(Dự thảo)"), "b");
    }

    /// <summary>A title and its subject, broken over lines as secretaries do.</summary>
    public static void Title(Markup page, Look look, Dice dice, string title, string subject)
    {
        page.Line(title, "title");
        var text = look.CapitalSubjects ? subject.ToUpperInvariant() : subject;
        page.Line(dice.Chance(0.5) ? Broken(text) : text, "subject").Raw(look.Letterhead == 2 ? "<div class=\"stroke\"></div>" : "");
    }

    private static string Broken(string text)
    {
        var at = text.IndexOf(' ', Math.Min(text.Length - 1, text.Length * 55 / 100));
        return at < 0 ? text : text[..at] + "\n" + text[(at + 1)..];
    }

    // A long name goes over two lines, or three; a committee's place stands on a line of its own.
    private static IEnumerable<string> Lines(string agency, Look look, Dice dice)
    {
        if (agency.StartsWith("ỦY BAN NHÂN DÂN ", StringComparison.Ordinal)) return ["ỦY BAN NHÂN DÂN", agency["ỦY BAN NHÂN DÂN ".Length..]];
        if (agency.Length < 24 || dice.Chance(0.4)) return [agency];
        var words = agency.Split(' ');
        var lines = agency.Length > 44 && look.Size > 12.5 ? 3 : 2;
        return Enumerable.Range(0, lines).Select(i => string.Join(' ', words[(words.Length * i / lines)..(words.Length * (i + 1) / lines)]));
    }
}
