using System.Text;
using LearningSociety.App.Pdf.Signatures;
using LearningSociety.Domain.Signatures;

namespace LearningSociety.App.Tests.Pdf;

public sealed class SignatureTests
{
    private static readonly TrustedRoots Roots = TrustedRoots.Of(SigningPeople.Root);

    public static TheoryData<string, Integrity[], Coverage[]> Histories => new()
    {
        { "sign", [Integrity.Valid], [Coverage.WholeFile] },
        { "sign sign", [Integrity.Valid, Integrity.Valid], [Coverage.EarlierRevision, Coverage.WholeFile] },
        { "sign sign sign", [Integrity.Valid, Integrity.Valid, Integrity.Valid], [Coverage.EarlierRevision, Coverage.EarlierRevision, Coverage.WholeFile] },
        { "sign data", [Integrity.Valid], [Coverage.EarlierRevision] },
        { "sign data sign", [Integrity.Valid, Integrity.Valid], [Coverage.EarlierRevision, Coverage.WholeFile] },
        { "sign content", [Integrity.ModifiedAfterSigning], [Coverage.EarlierRevision] },
        { "sign note", [Integrity.ModifiedAfterSigning], [Coverage.EarlierRevision] },
        { "sign picture", [Integrity.ModifiedAfterSigning], [Coverage.EarlierRevision] },
        { "sign content sign", [Integrity.ModifiedAfterSigning, Integrity.Valid], [Coverage.EarlierRevision, Coverage.WholeFile] },
        { "content sign", [Integrity.Valid], [Coverage.WholeFile] },
        { "note sign", [Integrity.Valid], [Coverage.WholeFile] },
        { "content", [], [] },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void A_signature_holds_unless_what_shows_was_changed_after_it(string history, Integrity[] integrity, Coverage[] coverage)
    {
        var draft = new PdfDraft(2);
        var number = 0;
        foreach (var step in history.Split(' '))
            _ = step switch
            {
                "sign" => draft.Sign(number == 0 ? SigningPeople.Principal : SigningPeople.Clerk, $"Chu ky {++number}"),
                "content" => draft.ChangeContent("Muc do 2"),
                "note" => draft.AddNote(),
                "picture" => draft.AddUnsignedPicture(),
                _ => draft.AddValidationData(),
            };

        var found = PdfSignatures.Read(draft.Bytes, Roots);

        Assert.Equal(integrity, found.Select(one => one.Integrity));
        Assert.Equal(coverage, found.Select(one => one.Coverage));
        Assert.All(found, one => Assert.Equal(Trust.Trusted, one.Trust));
    }

    [Fact]
    public void Signer_organisation_and_time_are_told()
    {
        var found = Assert.Single(PdfSignatures.Read(new PdfDraft().Sign(SigningPeople.Principal, "Ky").Bytes, Roots));
        Assert.Equal(("Ky", "Nguyễn Thị Hòa", "Trường THCS An Phụ"), (found.Field, found.Signer, found.Organisation));
        Assert.Equal(new DateTimeOffset(2026, 1, 10, 9, 15, 0, TimeSpan.FromHours(7)), found.Time);
        Assert.Contains("thu hồi", found.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("D:20251211181221-07'00'", "2025-12-11T18:12:21-07:00", "-07:00")]
    [InlineData("D:20251211181221+07'00'", "2025-12-11T18:12:21+07:00", null)]
    [InlineData("D:20251211111221Z", "2025-12-11T11:12:21+00:00", null)]
    public void An_odd_offset_is_kept_as_it_stands_and_noted(string date, string time, string? noted)
    {
        var found = Assert.Single(PdfSignatures.Read(new PdfDraft().Sign(SigningPeople.Principal, "Ky", date).Bytes, Roots));
        Assert.Equal(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), found.Time);
        Assert.Equal(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture).Offset, found.Time!.Value.Offset);
        if (noted is not null)
            Assert.Contains(noted, found.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_breaks_the_signature()
    {
        var data = new PdfDraft().Sign(SigningPeople.Principal, "Ky").Bytes;
        data[data.AsSpan().IndexOf("Trang"u8)] = (byte)'D';
        var found = Assert.Single(PdfSignatures.Read(data, Roots));
        Assert.Equal(Integrity.Broken, found.Integrity);
        Assert.Null(found.Trust);
        Assert.Equal("Nguyễn Thị Hòa", found.Signer);
    }

    [Fact]
    public void A_range_that_leaves_something_out_is_no_signature()
    {
        var data = new PdfDraft().Sign(SigningPeople.Principal, "Ky").Bytes;
        var text = Encoding.Latin1.GetString(data);
        var range = text[text.IndexOf("/ByteRange [0 ", StringComparison.Ordinal)..];
        range = range[..(range.IndexOf(']', StringComparison.Ordinal) + 1)];
        var parts = range.Trim('/', ']').Split([' ', '['], StringSplitOptions.RemoveEmptyEntries);
        var wider = $"/ByteRange [0 {int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture) - 20} {parts[3]} {parts[4]}]".PadRight(range.Length);
        var found = Assert.Single(PdfSignatures.Read(Encoding.Latin1.GetBytes(text.Replace(range, wider, StringComparison.Ordinal)), Roots));
        Assert.Equal(Integrity.Broken, found.Integrity);
    }

    public static TheoryData<string, Trust> Chains => new() { { "ours", Trust.Trusted }, { "other", Trust.Untrusted }, { "none", Trust.Untrusted }, { "expired", Trust.Untrusted } };

    [Theory]
    [MemberData(nameof(Chains))]
    public void Trust_is_a_chain_to_a_configured_root_valid_at_the_signing_time(string chain, Trust trust)
    {
        var data = new PdfDraft().Sign(chain == "expired" ? SigningPeople.Expired : SigningPeople.Principal, "Ky").Bytes;
        var roots = chain switch { "other" => TrustedRoots.Of(SigningPeople.OtherRoot), "none" => TrustedRoots.None, _ => Roots };
        var found = Assert.Single(PdfSignatures.Read(data, roots));
        Assert.Equal((Integrity.Valid, trust), (found.Integrity, found.Trust!.Value));
    }

    [Fact]
    public void Roots_are_read_from_a_folder_and_what_is_no_certificate_is_named()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(folder, "root.pem"), SigningPeople.Root.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "broken.cer"), "khong phai chung thu");
        File.WriteAllText(Path.Combine(folder, "README.txt"), "x");
        var roots = TrustedRoots.Load(folder);
        Assert.Equal(["broken.cer"], roots.Unreadable);
        Assert.Equal(Trust.Trusted, PdfSignatures.Read(new PdfDraft().Sign(SigningPeople.Principal, "Ky").Bytes, roots)[0].Trust);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Truncated_and_flipped_files_never_throw()
    {
        var data = new PdfDraft(2).Sign(SigningPeople.Principal, "A").AddNote().Sign(SigningPeople.Clerk, "B").Bytes;
        var random = new Random(20260112);
        for (var i = 0; i < 400; i++)
        {
            var bent = data[..(i % 2 == 0 ? random.Next(data.Length) : data.Length)];
            for (var flip = random.Next(1, 12); bent.Length > 0 && flip > 0; flip--)
                bent[random.Next(bent.Length)] = (byte)random.Next(256);
            Assert.All(PdfSignatures.Read(bent, Roots), one => Assert.True(Enum.IsDefined(one.Integrity)));
            Assert.True(LearningSociety.App.Pdf.PdfInspector.Inspect(bent).Pages >= 0);
        }
    }
}
