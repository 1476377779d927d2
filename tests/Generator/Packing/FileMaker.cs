using LearningSociety.Generator.Chance;
using LearningSociety.Generator.Printing;
using LearningSociety.Generator.Scanning;

namespace LearningSociety.Generator.Packing;

/// <summary>Makes the files: prints joined as they are, or scanned.</summary>
public static class FileMaker
{
    /// <summary>Writes one file.</summary>
    public static void Write(FilePlan plan, Quality quality, Dice dice, string path)
    {
        if (quality.IsDigital)
        {
            var parts = plan.Slots.SelectMany(slot => new[] { slot.Form!.Pdf, $"{slot.Page + 1}" });
            Tool.Output("qpdf", ["--deterministic-id", "--empty", "--pages", .. parts, "--", path]);
            return;
        }

        var machine = dice.For("machine");
        var pages = new List<ScannedPage>();
        for (var i = 0; i < plan.Slots.Count; i++)
        {
            var slot = plan.Slots[i];
            var front = Draw(slot.Form is null ? plan.Slots[i - 1] : slot, quality);
            var back = slot.Form is null ? front : Draw(i + 1 < plan.Slots.Count && plan.Slots[i + 1].Form is not null ? plan.Slots[i + 1] : slot, quality);
            var shown = slot.Form is null ? Picture.Even(front.Width, front.Height, front.Channels, 255) : front;
            pages.Add(quality.Scan(shown, quality.Name == "bleed" ? Fitted(back, shown) : shown, machine.For("file"), dice.For($"{plan.Name} page {i}")));
        }

        File.WriteAllBytes(path, PdfWriter.Write(pages));
    }

    private static Picture Draw(Slot slot, Quality quality) => Picture.Of(slot.Form!.Pdf, slot.Page + 1, quality.Dpi!.Value, quality.Colour);

    private static Picture Fitted(Picture back, Picture page) => back.Width == page.Width && back.Height == page.Height ? back : page;
}
