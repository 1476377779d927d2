using LearningSociety.Generator.Chance;
using LearningSociety.Generator.Printing;

namespace LearningSociety.Generator.Packing;

/// <summary>What a page of a file is.</summary>
/// <param name="Form">The form; null for a blank page.</param>
/// <param name="Page">The form's page, 0-based.</param>
/// <param name="IsCopy">True when the same page came before.</param>
public sealed record Slot(PrintedForm? Form, int Page, bool IsCopy = false);

/// <summary>A file to be made.</summary>
public sealed record FilePlan(string Name, IReadOnlyList<Slot> Slots);

/// <summary>How an office puts its papers into files.</summary>
public static class FilePlans
{
    private static readonly Dictionary<string, string> Named = new()
    {
        ["unit-m10"] = "to-trinh", ["unit-m04"] = "bao-cao-tu-danh-gia", ["unit-m18"] = "bang-tong-hop", ["unit-m08"] = "bien-ban", ["unit-m19"] = "to-trinh-hoi-dong", ["unit-appraisal"] = "bao-cao-tham-dinh",
        ["unit-m20"] = "du-thao-quyet-dinh", ["district-3b"] = "phu-luc", ["province-grading"] = "ke-hoach", ["target-plan"] = "ke-hoach", ["plan"] = "ke-hoach",
    };

    /// <summary>Packs the forms.</summary>
    /// <param name="dice">Chance.</param>
    /// <param name="forms">The forms in their usual order.</param>
    /// <param name="scanned">True for paper, which has backs.</param>
    /// <param name="cutsRows">True when a row may be cut by the end of a page, so that a table cannot be told apart by files.</param>
    public static IReadOnlyList<FilePlan> Pack(Dice dice, IReadOnlyList<PrintedForm> forms, bool scanned, bool cutsRows)
    {
        var way = forms.Count == 1 ? forms[0].Pages.Count > 1 && dice.Chance(0.2) ? "two" : "each" : dice.Weighted(("each", 3), ("one", 3), ("shuffled", 2), ("apart", 1.2), ("two", 1));
        var splittable = forms.Where(form => form.Pages.Count > 1 && form.Form.Gradings.IsEmpty && form.Form.Targets.IsEmpty && form.Form.Id != "plan" && (form.Form.Assessment is null || !cutsRows)).ToArray();
        if (way is "two" && splittable.Length == 0) way = "one";
        var bundle = dice.Pick("ho-so", "scan", "tai-lieu", "hs-2026");
        IEnumerable<Slot> All(PrintedForm form) => form.Pages.Select((_, page) => new Slot(form, page));
        List<FilePlan> files;
        switch (way)
        {
            case "each":
                var numbered = dice.Chance(0.4);
                files = [.. forms.Select((form, i) => new FilePlan(numbered ? $"scan_{i + 1:000}.pdf" : $"{Named.GetValueOrDefault(form.Form.Id, form.Form.Id)}{(forms.Take(i).Any(one => one.Form.Id == form.Form.Id) ? "-2" : "")}.pdf", [.. All(form)]))];
                break;
            case "two":
                var torn = dice.Pick(splittable);
                var at = dice.Between(1, torn.Pages.Count - 1);
                var index = forms.ToList().IndexOf(torn);
                files =
                [
                    new(bundle + "-1.pdf", [.. forms.Take(index).SelectMany(All), .. All(torn).Take(at)]),
                    new(bundle + "-2.pdf", [.. All(torn).Skip(at), .. forms.Skip(index + 1).SelectMany(All)]),
                ];
                break;
            default:
                var slots = (way == "one" ? forms : dice.Shuffled(forms)).SelectMany(All).ToList();
                if (way == "apart") TakeApart(dice, slots);
                files = [new(bundle + ".pdf", slots)];
                break;
        }

        return [.. files.Select(file => file with { Slots = WithExtras(dice, file.Slots, scanned) })];
    }

    // One form's last page slipped behind another form; there must be enough on it to tell whose it is.
    private static void TakeApart(Dice dice, List<Slot> slots)
    {
        var lasts = slots.Where(slot => slot.Page > 0 && slot.Page == slot.Form!.Pages.Count - 1 && slot.Form.Pages[slot.Page] is { } page && (page.Cells.Count > 16 || page.Prose.Count > 14)).ToArray();
        if (lasts.Length == 0) return;
        var moved = dice.Pick(lasts);
        var from = slots.IndexOf(moved);
        var ends = Enumerable.Range(from + 1, slots.Count - from - 1).Where(i => slots[i].Page == slots[i].Form!.Pages.Count - 1).ToArray();
        if (ends.Length == 0) return;
        slots.Insert(dice.Pick(ends) + 1, moved);
        slots.RemoveAt(from);
    }

    private static List<Slot> WithExtras(Dice dice, IReadOnlyList<Slot> slots, bool scanned)
    {
        var backs = scanned && slots.Count > 1 && dice.Chance(0.18);
        var result = new List<Slot>();
        foreach (var slot in slots)
        {
            result.Add(slot);
            if (backs || scanned && dice.Chance(0.02)) result.Add(new(null, 0));
        }

        if (slots.Count > 1 && dice.Chance(0.12))
        {
            var at = dice.Below(result.Count);
            if (result[at].Form is not null) result.Insert(at + 1, result[at] with { IsCopy = true });
        }

        return result;
    }
}
