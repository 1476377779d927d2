using LearningSociety.Generator.Chance;
using LearningSociety.Generator.Names;

namespace LearningSociety.Generator.Facts;

/// <summary>Dossiers about a unit: its own assessment, its request, the council's file.</summary>
public static class UnitDossiers
{
    private static readonly Outcome[] Results = [Outcome.NotMet, Outcome.Level1, Outcome.Level2];

    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["unit-self-assessment"] = ["unit-m04", "unit-m18", "unit-m08"],
        ["unit-request"] = ["unit-m10", "unit-m04", "unit-m18"],
        ["unit-council"] = ["unit-m19", "unit-appraisal", "unit-m18", "unit-m20"],
    };

    private static readonly Dictionary<string, string> Signs = new()
    {
        ["unit-m03"] = "QĐ", ["unit-m04"] = "BC", ["unit-m05"] = "KH", ["unit-m06"] = "PC", ["unit-m08"] = "BB", ["unit-m10"] = "TTr", ["unit-m16"] = "PĐG", ["unit-m18"] = "BTH",
        ["unit-m19"] = "TTr", ["unit-appraisal"] = "BC", ["unit-m20"] = "QĐ",
    };

    /// <summary>Makes one.</summary>
    public static DossierFacts Make(Dice dice, string name, string kind, Defect defect)
    {
        var (place, level, year) = (Places.Name(dice), dice.Pick("phường", "phường", "xã"), dice.Pick(2025, 2025, 2024));
        var unit = Offices.Unit(dice, place, level);
        var other = Offices.Unit(dice, place, level);
        while (other.Name == unit.Name || other.Name.Split(' ')[^1] == unit.Name.Split(' ')[^1] && other.Name[..5] == unit.Name[..5]) other = Offices.Unit(dice, place, level);
        var wanted = defect == Defect.NotEligible ? Outcome.NotMet
            : dice.Weighted((Outcome.Level1, 1), (Outcome.Level2, 1), (Outcome.NotMet, kind == "unit-self-assessment" && defect == Defect.None ? 0.4 : 0));
        var points = defect is Defect.None or Defect.FormMissing or Defect.Unsigned && dice.Chance(0.07);
        var table = AssessmentMaker.Unit(dice, wanted, points, dice.Chance(0.3));
        if (defect == Defect.CriterionBlank) table = AssessmentMaker.WithBlank(dice, table);
        if (defect == Defect.ResultMismatch) table = AssessmentMaker.WithMismatch(dice, table, Results);

        var ids = Required[kind].Concat(kind == "unit-council" ? [] : dice.Shuffled(["unit-m03", "unit-m05", "unit-m06", "unit-m16"]).Take(dice.Weighted((0, 6), (1, 2), (2, 1)))).ToList();
        var found = new List<ExpectedFinding>();
        var declared = table.Overall ?? wanted;
        var forms = ids.Select(id => Form(dice, id, kind, unit, year, table, declared)).ToList();
        var letters = forms.Where(form => form.Declared is not null && form.Assessment is null).Select(form => form.Id).ToArray();
        switch (defect)
        {
            case Defect.FormMissing:
                var gone = dice.Pick(Required[kind]);
                forms.RemoveAll(form => form.Id == gone);
                found.Add(new("form-missing", gone));
                break;
            case Defect.Unsigned:
                var bare = dice.Pick([.. Required[kind].Where(id => id != "unit-m20")]);
                var state = bare == "unit-m08" ? dice.Pick(Signing.None, Signing.SealOnly) : dice.Pick(Signing.None, Signing.SealOnly, Signing.HandOnly);
                Change(bare, form => form with { Signing = state });
                found.Add(new("form-unsigned", bare));
                break;
            case Defect.CriterionBlank:
                found.Add(new("criterion-blank", "unit-m18"));
                break;
            case Defect.ResultMismatch:
                break;
            case Defect.DeclaredDiffers:
                var liar = dice.Pick(letters);
                Change(liar, form => form with { Declared = declared == Outcome.Level2 ? Outcome.Level1 : Outcome.Level2 });
                found.Add(new("declared-differs", liar));
                break;
            case Defect.WrongYear when kind != "unit-council" && dice.Chance(0.3):
                // Last year's report lies in the pile beside this year's.
                var last = Form(dice, "unit-m04", kind, unit, year, table, declared);
                forms.Add(last with { Year = year - 1, Date = last.Date.AddYears(-1) });
                found.Add(new("wrong-year", "unit-m04"));
                break;
            case Defect.WrongOffice when kind != "unit-council" && dice.Chance(0.3):
                // A neighbour's paper lies in the pile.
                var loose = dice.Pick("unit-m16", "unit-m08");
                forms.RemoveAll(form => form.Id == "unit-m16");
                if (loose == "unit-m08" && forms.Any(form => form.Id == loose)) loose = "unit-m16";
                forms.Add(Form(dice, loose, kind, other, year, table, declared));
                found.Add(new("wrong-office", loose));
                break;
            case Defect.WrongYear:
                var old = dice.Pick([.. Required[kind].Where(id => id != "unit-m18")]);
                Change(old, form => form with { Year = year - 1, Date = form.Date.AddYears(-1) });
                found.Add(new("wrong-year", old));
                break;
            case Defect.WrongOffice:
                var strange = dice.Pick([.. Required[kind].Where(id => id != "unit-m18")]);
                Change(strange, _ => Form(dice, strange, kind, other, year, table, declared));
                found.Add(new("wrong-office", strange));
                break;
            case Defect.CouncilEven:
                Change("unit-appraisal", form => form with { CouncilSize = dice.Pick(6, 8, 10) });
                found.Add(new("council-size", "unit-appraisal"));
                break;
            case Defect.NotEligible:
                found.Add(new("not-eligible", null));
                break;
        }

        if (table.Contradicts && forms.Any(form => form.Id == "unit-m18")) found.Add(new("result-mismatch", "unit-m18"));
        return new()
        {
            Name = name, Kind = kind, OfficeId = unit.Id, OfficeName = unit.Name, Year = year, Level = level, Place = place,
            Received = kind == "unit-council" ? new(year + 1, 2, dice.Between(2, 13)) : new(year + 1, 1, 14), Forms = [.. forms], Findings = [.. found],
        };

        void Change(string id, Func<FormFacts, FormFacts> change) => forms[forms.FindIndex(form => form.Id == id)] = change(forms.Find(form => form.Id == id)!);
    }

    private static FormFacts Form(Dice dice, string id, string kind, Office unit, int year, Assessment table, Outcome declared)
    {
        var council = id is "unit-m19" or "unit-appraisal" || id == "unit-m18" && kind == "unit-council";
        var committee = $"UBND {unit.Level.ToUpperInvariant()} {unit.Place.ToUpperInvariant()}";
        var sign = Signs[id] + (council ? dice.Pick("-HĐ", "-HĐĐG", "") : id == "unit-m20" ? "-UBND" : dice.Chance(0.5) ? "-" + unit.Sign : "");
        var blank = id is "unit-m08" or "unit-m20" or "unit-m16" or "unit-m18" && dice.Chance(0.15);
        var month = id is "unit-m03" or "unit-m05" or "unit-m06" ? dice.Between(3, 11) : 0;
        return new()
        {
            Id = id, Unit = unit.Name, Year = year, Sign = "/" + sign,
            Number = blank ? null : $"{dice.Between(1, 189):00}/{sign}",
            Date = month > 0 ? new(year, month, dice.Between(1, 28)) : kind == "unit-council" ? new(year + 1, dice.Pick(1, 2), dice.Between(1, 12)) : new(year + 1, 1, dice.Between(2, 13)),
            Place = unit.Place,
            Agency = council ? dice.Chance(0.15) ? "HỘI ĐỒNG ĐÁNH GIÁ “ĐƠN VỊ HỌC TẬP”" : "HỘI ĐỒNG ĐÁNH GIÁ ĐƠN VỊ HỌC TẬP" : id == "unit-m20" ? committee : unit.Name.ToUpperInvariant(),
            Parent = council ? committee : id == "unit-m20" ? dice.Pick("THÀNH PHỐ", "TỈNH") + " VẠN HẢI" : unit.Parent,
            // The same head signs all papers of an office.
            Signer = id == "unit-m08" ? null : People.Name(new Dice((ulong)(unit.Name.Length * 7919 + year)).For(unit.Name + (council ? " council" : id == "unit-m20" ? " committee" : ""))),
            Titles = council ? [.. dice.Pick<string[]>(["TM. HỘI ĐỒNG ĐÁNH GIÁ", "CHỦ TỊCH"], ["CHỦ TỊCH HỘI ĐỒNG"], ["KT. CHỦ TỊCH HỘI ĐỒNG", "PHÓ CHỦ TỊCH"])]
                : id == "unit-m20" ? [.. dice.Pick<string[]>(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], ["CHỦ TỊCH"], ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"])] : [.. unit.Titles],
            Declared = id is "unit-m10" or "unit-m04" or "unit-m19" or "unit-appraisal" or "unit-m20" ? declared : id == "unit-m18" ? table.Overall : null,
            CouncilSize = id == "unit-appraisal" ? dice.Pick(5, 7, 7, 9, 11) : null,
            Assessment = id == "unit-m18" ? table : null,
            Signing = id switch
            {
                "unit-m08" => dice.Pick(Signing.HandOnly, Signing.Paper),
                "unit-m03" or "unit-m05" or "unit-m06" or "unit-m16" => dice.Weighted((Signing.Paper, 3), (Signing.HandOnly, 1), (Signing.None, 1)),
                "unit-m20" => dice.Weighted((Signing.None, 3), (Signing.Paper, 1)),
                _ => Signing.Paper,
            },
        };
    }
}
