using LearningSociety.Generator.Chance;
using LearningSociety.Generator.Facts;
using LearningSociety.Generator.Forms;
using LearningSociety.Generator.Ink;
using LearningSociety.Generator.Packing;
using LearningSociety.Generator.Printing;
using LearningSociety.Generator.Scanning;
using LearningSociety.Generator.Truth;

namespace LearningSociety.Generator;

/// <summary>Makes one dossier after another: facts, forms, pages, files, truth.</summary>
public sealed class DossierMaker(Options options, Printer printer)
{
    private static readonly (string Kind, double Weight)[] Kinds =
        [("unit-request", 30), ("unit-self-assessment", 17), ("unit-council", 17), ("district-community", 17), ("province-grading", 13), ("target-plan", 4), ("plan", 2)];

    /// <summary>Makes the dossier of that number.</summary>
    public async Task<DossierFacts> MakeAsync(int index)
    {
        var dice = new Dice(options.Seed).For($"dossier {index}");
        var (quality, facts) = Facts(dice, index);
        var folder = Path.Combine(options.Out, facts.Name);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(Path.Combine(folder, "pages"));
        var prints = Directory.CreateTempSubdirectory("prints-").FullName;
        try
        {
            var spelling = quality.Name switch { "digital-nfd" => Spelling.Decomposed, "digital-oldtone" => Spelling.OldTones, _ => Spelling.Composed };
            var least = quality.Name switch { "fax-standard" => 13, "fax" or "scan150" => 12, _ => 0 };
            var look = Look.By(dice.For("look"), options.Family, !quality.IsDigital, spelling, least);
            var forms = new List<PrintedForm>();
            foreach (var (form, i) in WithStray(dice.For("stray"), facts).Select((form, i) => (form, i)))
            {
                // One office has one seal, on all its papers.
                var inks = Inks.With(dice.For("seal " + (form.Agency ?? form.Unit)), form.Agency ?? form.Unit, form.Place);
                forms.Add(await printer.PrintAsync(form, facts, look, dice.For($"form {i}"), inks, prints));
            }

            var plans = FilePlans.Pack(dice.For("packing"), forms, !quality.IsDigital, look.CutsRows);
            var files = plans.Select((plan, i) => (plan, Quality: Of(dice.For($"quality {i}"), quality))).ToArray();
            foreach (var (plan, own) in files)
            {
                FileMaker.Write(plan, own, dice.For("scanner"), Path.Combine(folder, plan.Name));
                for (var i = 0; i < plan.Slots.Count; i++)
                    await File.WriteAllTextAsync(Path.Combine(folder, "pages", $"{Path.GetFileNameWithoutExtension(plan.Name)}-{i + 1}.txt"), plan.Slots[i].Form?.Pages[plan.Slots[i].Page].Text ?? "");
            }

            await File.WriteAllTextAsync(Path.Combine(folder, "dossier.json"), TruthFile.Dossier(facts));
            await File.WriteAllTextAsync(Path.Combine(folder, "truth.json"), TruthFile.Truth(facts, [.. files.Select(file => (file.plan, file.Quality.Name))], look));
            return facts;
        }
        finally
        {
            Directory.Delete(prints, recursive: true);
        }
    }

    private (Quality Quality, DossierFacts Facts) Facts(Dice dice, int index)
    {
        var all = Quality.All;
        // Every recipe comes up once in as many dossiers as there are recipes.
        var order = new Dice(options.Seed).For($"qualities {index / all.Count}").Shuffled(all);
        var quality = all.FirstOrDefault(one => one.Name == options.Quality) ?? order[index % all.Count];
        var kind = options.Kind ?? dice.For("kind").Weighted(Kinds);
        var defects = kind switch
        {
            "unit-request" => new[] { Defect.FormMissing, Defect.Unsigned, Defect.CriterionBlank, Defect.ResultMismatch, Defect.DeclaredDiffers, Defect.WrongYear, Defect.WrongOffice, Defect.NotEligible },
            "unit-self-assessment" => [Defect.FormMissing, Defect.Unsigned, Defect.CriterionBlank, Defect.ResultMismatch, Defect.DeclaredDiffers, Defect.WrongYear, Defect.WrongOffice],
            "unit-council" => [Defect.FormMissing, Defect.Unsigned, Defect.CriterionBlank, Defect.ResultMismatch, Defect.DeclaredDiffers, Defect.WrongYear, Defect.WrongOffice, Defect.CouncilEven, Defect.CouncilEven],
            "district-community" => [Defect.Unsigned, Defect.CriterionBlank, Defect.ResultMismatch, Defect.ResultMismatch, Defect.WrongYear, Defect.WrongOffice],
            "province-grading" => [Defect.Unsigned, Defect.SumMismatch, Defect.SumMismatch, Defect.PercentageMismatch],
            _ => [Defect.None],
        };
        var defect = dice.For("defect").Chance(0.5) ? Defect.None : dice.For("which defect").Pick(defects);
        var name = $"{options.Seed}-{index:000}-{kind}-{quality.Name}";
        var facts = dice.For("facts");
        return (quality, kind switch
        {
            "district-community" => OtherDossiers.District(facts, name, defect),
            "province-grading" => OtherDossiers.Province(facts, name, defect),
            "target-plan" or "plan" => OtherDossiers.Plan(facts, name, kind == "target-plan"),
            _ => UnitDossiers.Make(facts, name, kind, defect),
        });
    }

    // A page of no known form slips into some piles.
    private static IEnumerable<FormFacts> WithStray(Dice dice, DossierFacts facts)
    {
        if (facts.Forms.Length < 2 || !dice.Chance(0.1)) return facts.Forms;
        var model = facts.Forms.First(form => form.Agency is not null);
        var stray = new FormFacts
        {
            Id = "unknown", Unit = "Ban tổ chức", Agency = "TRUNG TÂM VĂN HÓA - THỂ THAO", Parent = model.Parent, Number = $"{dice.Between(10, 90)}/GM", Date = model.Date.AddDays(-dice.Between(1, 20)), Place = model.Place,
            Signer = Names.People.Name(dice), Titles = ["TRƯỞNG BAN TỔ CHỨC"], Signing = Signing.Paper, Year = facts.Year,
        };
        return facts.Forms.Insert(dice.Between(1, facts.Forms.Length), stray);
    }

    // Papers come from one machine; where every form is a file of its own, sometimes from several.
    private Quality Of(Dice dice, Quality quality) => options.Quality is null && !quality.IsDigital && dice.Chance(0.1) ? dice.Pick([.. Quality.All.Where(one => !one.IsDigital && !one.Name.StartsWith("fax", StringComparison.Ordinal))]) : quality;
}
