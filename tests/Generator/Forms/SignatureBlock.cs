using System.Globalization;
using LearningSociety.Generator.Chance;
using LearningSociety.Generator.Facts;
using LearningSociety.Generator.Ink;
using LearningSociety.Generator.Names;

namespace LearningSociety.Generator.Forms;

/// <summary>The end of a paper: recipients, signer's title, seal, signature, name.</summary>
public static class SignatureBlock
{
    /// <summary>Writes it.</summary>
    public static void Write(Markup page, Look look, Dice dice, FormFacts form, Inks inks)
    {
        if (form.Signer is null)
        {
            Two(page, look, dice, form, inks);
            return;
        }

        page.Raw("<div class=\"sign\"><div class=\"to\">");
        if (dice.Chance(0.85) && form.Id != "district-3b")
        {
            page.Line("Nơi nhận:", "b i small").Line(dice.Pick("- Như trên;", "- Như kính gửi;", "- Ban lãnh đạo;"), "small");
            if (dice.Chance(0.5)) page.Line(dice.Pick("- Phòng VH-XH;", "- Đảng ủy (b/c);", "- Các bộ phận;"), "small");
            page.Line(dice.Pick("- Lưu: VT.", "- Lưu: VT, TĐG.", "- Lưu: HS."), "small");
        }

        page.Raw("</div><div class=\"by\">");
        if (form.Id == "district-3b" && dice.Chance(0.6)) page.Line(Letterhead.PlaceAndDate(form, look), "c i");
        foreach (var line in form.Titles) page.Line(line, "c b");
        if (dice.Chance(0.2)) page.Line(dice.Pick("(Ký tên, đóng dấu)", "(Ký, ghi rõ họ tên, đóng dấu)"), "c i small");
        Space(page, look, dice, form.Signing, inks);
        page.Line(dice.Chance(0.1) ? form.Signer.ToUpperInvariant() : form.Signer, "c b name").Raw("</div></div>");
    }

    // Minutes are signed by two.
    private static void Two(Markup page, Look look, Dice dice, FormFacts form, Inks inks)
    {
        page.Raw("<div class=\"sign\">");
        foreach (var (title, seal) in new[] { ("THƯ KÝ", false), (dice.Pick("CHỦ TRÌ", "TỔ TRƯỞNG", "CHỦ TỌA"), true) })
        {
            page.Raw("<div class=\"by half\">").Line(title, "c b");
            var signing = seal ? form.Signing : form.Signing is Signing.None or Signing.SealOnly ? Signing.None : Signing.HandOnly;
            Space(page, look, dice, signing, inks);
            page.Line(People.Name(dice), "c b name").Raw("</div>");
        }

        page.Raw("</div>");
    }

    private static void Space(Markup page, Look look, Dice dice, Signing signing, Inks inks)
    {
        var height = dice.Between(20, 31);
        page.Raw(string.Create(CultureInfo.InvariantCulture, $"<div class=\"space\" style=\"height:{height}mm\">"));
        // Over about the left third of the signature; people do not aim well, but mostly leave the name free.
        if (signing is Signing.Paper or Signing.SealOnly)
        {
            var size = dice.Between(31, 37);
            page.Raw(inks.Place(inks.Seal, size, dice.Between(-5, 14), dice.Chance(0.7) ? height - size - dice.Between(0, 4) : dice.Between(-12, 2), dice.Between(-22, 22)));
        }

        if (signing is Signing.Paper or Signing.HandOnly)
        {
            var (hand, width) = (inks.Hand(dice, look.Pen), dice.Between(34, 52));
            page.Raw(inks.Place(hand, width, dice.Between(12, 30), dice.Chance(0.7) ? height - (int)(width * hand.Height) - dice.Between(1, 5) : dice.Between(-3, 6), dice.Between(-12, 8)));
        }

        page.Raw("</div>");
    }
}
