using System.Collections.Immutable;
using LearningSociety.Catalog;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Signatures;

namespace LearningSociety.Domain.Tests.Dossiers;

/// <summary>Dossiers in which nothing is wrong, to be spoiled one thing at a time.</summary>
internal static class Sample
{
    internal const string Office = "Trường Mầm non Hiến Thành";
    internal const string District = "UBND Thành phố Thủ Đức";
    internal const string Council = "Hội đồng đánh giá Đơn vị học tập";

    internal static Catalogue Catalogue { get; } = CatalogueLoader.Load().Catalogue!;

    /// <summary>The table of a unit: three criteria, everything at level 1 or 2, overall level 1.</summary>
    internal const string UnitRows = "1=2 1.1=2 1.2=2 2=1 2.1=2 2.2=1 3=2 3.1=2 overall=1";

    /// <summary>The table of a district, all met.</summary>
    internal const string DistrictRows = "1=M 1.1=M 1.2=M 1.3=M 2=M 2.1=M 2.2=M 2.3=M 2.4=M 3=M 3.1=M 3.2=M 3.3=M 4=M 4.1=M 4.2=M 4.3=M overall=M";

    internal static DossierReading Request() => Dossier("unit-request", Office, 2025, Paper("unit-m10") with { Declared = Sure(Result.Level1) },
        Paper("unit-m04") with { Declared = Sure(Result.Level1) }, Paper("unit-m18").Rows(UnitRows));

    internal static DossierReading SelfAssessment() => Dossier("unit-self-assessment", Office, 2025, Paper("unit-m04") with { Declared = Sure(Result.Level1) },
        Paper("unit-m18").Rows(UnitRows), Paper("unit-m08"));

    internal static DossierReading CouncilFile() => Dossier(
        "unit-council", Office, 2025,
        Named("unit-m19", Council) with { Declared = Sure(Result.Level1) },
        Named("unit-appraisal", Council) with { Declared = Sure(Result.Level1), CouncilSize = Sure(5) },
        Named("unit-m18", Council).Rows(UnitRows),
        Named("unit-m20", "UBND phường Kinh Môn") with { Declared = Sure(Result.Level1), Signature = Signed(SignatureState.None) });

    internal static DossierReading DistrictFile() => Dossier("district-community", District, 2024, (Paper("district-3b") with
    {
        Header = FormHeader.Empty,
        AssessedYear = Sure(2024),
        NamedOffices = [Sure("Thành phố Thủ Đức")],
    }).Rows(DistrictRows));

    internal static DossierReading Province(params GradingTable[] tables) => Dossier("province-grading", "Sở GD&ĐT Hòa Bình", 2023, Paper("province-grading") with
    {
        Header = Head("Sở Giáo dục và Đào tạo"),
        AssessedYear = null,
        Gradings = [.. tables.Length > 0 ? tables : [Gradings.Results(), Gradings.Plan()]],
    });

    internal static DossierReading Plan(string kind) => Dossier(kind, "UBND huyện Mỹ Lộc", 2022, Paper(kind) with
    {
        Header = Head("Ủy ban nhân dân huyện Mỹ Lộc") with { Date = null },
        AssessedYear = null,
        Signature = Signed(SignatureState.None),
        Targets = [new("family", 2025, new(70, Confidence.Certain, new("a.pdf", 1), "70%"))],
    });

    internal static DossierReading Dossier(string kind, string office, int year, params FormReading[] forms)
    {
        var placed = forms.Select((form, index) => form with { File = $"{index + 1}.pdf" }).ToImmutableArray();
        return new(
            new("d", kind, "o", office, year, 1, new(year + 1, 1, 10)),
            [.. placed.Select(form => new FileReading(form.File, form.Pages.Length, []))], placed);
    }

    /// <summary>A form of the office, of 2025, signed and sealed.</summary>
    internal static FormReading Paper(string form) => new()
    {
        Form = form, File = "a.pdf", Pages = [1], Confidence = Confidence.Certain, Reason = "Mẫu",
        Header = Head(Office), AssessedYear = Sure(2025), Signature = Signed(SignatureState.Paper),
    };

    internal static FormReading Named(string form, string agency) => Paper(form) with { Header = Head(agency), NamedOffices = [Sure(Office)] };

    internal static FormHeader Head(string? agency) => new(Sure("12/BC"), Sure(new DateOnly(2026, 1, 5)), agency is null ? null : Sure(agency), Sure("Đỗ Mạnh Quyền"));

    internal static SignatureReading Signed(SignatureState state, double confidence = 1) => new(state, null, new(confidence), [], []);

    internal static SignatureReading Digital(Trust trust, Integrity integrity = Integrity.Valid) => new(
        integrity == Integrity.Valid ? SignatureState.Digital : SignatureState.Invalid, trust, Confidence.Certain, [],
        [new("Signature1", integrity, Coverage.WholeFile, trust, "Nguyễn Thị Hòa", null, null, integrity == Integrity.Valid ? null : "đã sửa sau khi ký.")]);

    internal static Read<T> Sure<T>(T value) => new(value, Confidence.Certain, new("1.pdf", 1, new(0.1, 0.1, 0.2, 0.2)), $"{value}");

    internal static Read<T> Weak<T>(T value) => Sure(value) with { Confidence = new(0.3) };

    /// <summary>The dossier with one of its forms changed.</summary>
    internal static DossierReading With(this DossierReading dossier, string form, Func<FormReading, FormReading> change) =>
        dossier with { Forms = [.. dossier.Forms.Select(one => one.Form == form ? change(one) : one)] };

    /// <summary>The dossier without a form and its file.</summary>
    internal static DossierReading Without(this DossierReading dossier, string form)
    {
        var file = dossier.Forms.First(one => one.Form == form).File;
        return dossier with { Forms = [.. dossier.Forms.Where(one => one.Form != form)], Files = [.. dossier.Files.Where(one => one.Name != file)] };
    }

    /// <summary>The dossier with one more form in a file of its own.</summary>
    internal static DossierReading And(this DossierReading dossier, FormReading form)
    {
        var file = $"{dossier.Files.Length + 1}-them.pdf";
        return dossier with { Forms = dossier.Forms.Add(form with { File = file }), Files = dossier.Files.Add(new(file, form.Pages.DefaultIfEmpty(1).Max(), [])) };
    }

    /// <summary>The dossier received on another day.</summary>
    internal static DossierReading Received(this DossierReading dossier, int year, int month, int day) =>
        dossier with { Dossier = dossier.Dossier with { Received = new(year, month, day) } };
}
