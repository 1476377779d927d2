using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Evidence;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Signatures;
using LearningSociety.Extraction.Gradings;
using LearningSociety.Extraction.Header;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Prose;
using LearningSociety.Extraction.Signing;
using LearningSociety.Extraction.Splitting;
using LearningSociety.Extraction.Tables;
using LearningSociety.Extraction.Targets;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction;

/// <summary>Reads out of a form's pages what the catalogue says that such a form holds.</summary>
internal sealed class FormAssembly(Catalogue catalogue, DossierFacts dossier, IReadOnlyList<FormDraft> drafts)
{
    // A name without its surname is the end of one.
    private const double Partial = 0.6;
    private readonly BodyPhrases phrases = new(catalogue.Offices);
    private readonly PlaceNames places = new(drafts, catalogue.Offices.Places, dossier.OfficeName);

    /// <summary>Reads one form.</summary>
    /// <param name="draft">Its pages.</param>
    /// <param name="lookedForInk">True when the layout engine looked for seals and handwriting in its file.</param>
    /// <param name="digital">Digital signatures of its file.</param>
    public FormReading Read(FormDraft draft, bool lookedForInk, ImmutableArray<DigitalSignature> digital)
    {
        var pages = draft.Sheets.Select(sheet => sheet.Number).Distinct().Order().ToImmutableArray();
        if (draft.Form is not { } form)
        {
            return new()
            {
                Form = FormReading.Unknown, File = draft.File, Pages = pages, OwnPapers = [.. draft.Sheets.Where(IsOwnPaper).Select(sheet => sheet.Number).Order()],
                Confidence = Confidence.Certain, Reason = "Không có dấu hiệu của biểu mẫu nào trong danh mục",
            };
        }

        var body = new TextRun(draft.Sheets.SelectMany(sheet => sheet.Prose.Words));
        var header = form.HasHeader && draft.Continues is null ? HeaderOf(draft) : FormHeader.Empty with { Signer = SignerOf(draft) };
        var reading = new FormReading
        {
            Form = form.Id,
            File = draft.File,
            Pages = pages,
            Confidence = new(draft.Guess.Score),
            Reason = draft.Continues is { } begun ? $"tiếp theo phần đầu ở tệp {begun.File}" : draft.Guess.Reason,
            Header = header,
            AssessedYear = form.Content.Contains("assessedYear") ? AssessedYear.Read(draft.Head, body, header.Date) : null,
            NamedOffices = NamedOffices.Read(body, dossier.OfficeName),
            Signature = FormSigning.Read(draft, lookedForInk, digital),
            ContinuesPrevious = draft.Continues is not null,
        };
        return WithContent(reading, draft, form, body);
    }

    private FormReading WithContent(FormReading reading, FormDraft draft, FormType form, TextRun body)
    {
        var scheme = catalogue.Scheme(form.Scheme);
        if (form.Content.Contains("criteria"))
        {
            var isCouncil = catalogue.Kind(dossier.Kind) is { } kind && kind.CouncilIssued.Contains(form.Id);
            var table = CriterionTable.Read(draft.WithBeginning, scheme, isCouncil).In(draft.File);
            reading = reading with
            {
                Criteria = table.Rows,
                HasOverallRow = table.Overall is not null,
                OverallPlace = table.Overall?.Place,
                OverallDoubt = table.Overall?.Doubt,
                Declared = form.Content.Contains("declared") ? table.Overall?.Result : null,
            };
        }
        else if (form.Content.Contains("declared"))
        {
            reading = reading with { Declared = DeclaredResult.Read(BelowHeading(draft, body), new(scheme ?? UnitScheme())) };
        }

        return reading with
        {
            CouncilSize = form.Content.Contains("councilSize") ? CouncilSize.Read(body) : null,
            Gradings = form.Content.Contains("gradings") ? GradingTables.Read(draft.Sheets, dossier) : [],
            Targets = form.Content.Contains("targets") ? TargetReader.Read(draft.Sheets, catalogue.Indicators) : [],
            ProseFigures = form.Content.Contains("proseFigures") ? GradingFigures.Read(body) : [],
            NamedAnnexes = Annexes.Read(draft, body, drafts, catalogue),
        };
    }

    private static bool IsOwnPaper(Sheet sheet) => PageHeadReader.Read(sheet) is { HasLetterhead: true, DateLine: not null } && SignatureBlockReader.Find(sheet)?.Title is not null;

    // Letters and reports name the result of the table that they go with.
    private Scheme? UnitScheme() => catalogue.Kind(dossier.Kind)?.SummaryForm is { } summary ? catalogue.Scheme(catalogue.Form(summary)?.Scheme) : null;

    private static TextRun BelowHeading(FormDraft draft, TextRun body)
    {
        var title = draft.Head.Title.Words;
        var at = title.IsEmpty ? -1 : body.Words.IndexOf(title[^1]);
        return at < 0 ? body : new(body.Words[(at + 1)..]);
    }

    private FormHeader HeaderOf(FormDraft draft)
    {
        var agency = IssuingAgency.Read(draft.Head.AgencyRows, dossier.OfficeName, name => places.Mended(phrases.Mended(name), draft));
        var signs = new SignParts(
            [.. draft.Form!.Recognition.Signs], SignParts.OfTitle(draft.Head.Title.Key), AgencyInitials.Of(agency?.Value, catalogue.Offices), [.. catalogue.Offices.Abbreviations.Keys.Where(office => office.All(char.IsLetter))]);
        ImmutableArray<int> years = [.. drafts.Where(other => other != draft).Select(other => IssueDate.SureYearOf(other.Head.DateLine)).OfType<int>().Append(dossier.Received.Year).Distinct()];
        return new(IssueNumber.Read(draft.Head.NumberLine, signs), IssueDate.Read(draft.Head.DateLine, years, dossier.Received), agency, SignerOf(draft));
    }

    private Read<string>? SignerOf(FormDraft draft)
    {
        if (draft.Signature is not { } signature) return null;
        if (signature.Block.Signer is { } signer) return signer.As(signer.Raw, PersonName.IsWhole(signer) ? 1 : Partial);
        var names = drafts.Where(other => other != draft).Select(other => other.Signature?.Block.Signer).OfType<Quote>().Where(PersonName.IsWhole).Select(name => name.Raw);
        return KnownSigner.In(signature.Block.Below, names) is { } known ? known.Words.As(known.Name, Partial) : null;
    }
}
