using LearningSociety.Domain.Catalogues;
using LearningSociety.Extraction.Classification;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Signing;

namespace LearningSociety.Extraction.Splitting;

/// <summary>The pages of one file that belong to one form, as they are gathered.</summary>
internal sealed class FormDraft(string file, FormGuess guess, PageHead head)
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>What the form was taken for.</summary>
    public FormGuess Guess { get; } = guess;

    /// <summary>The form of the catalogue; null for pages of no known form.</summary>
    public FormType? Form => Guess.Form;

    /// <summary>The head of the first page.</summary>
    public PageHead Head { get; } = head;

    /// <summary>The pages in order.</summary>
    public List<Sheet> Sheets { get; } = [];

    /// <summary>The draft in an earlier file that this one goes on with; null when the form begins here.</summary>
    public FormDraft? Continues { get; set; }

    /// <summary>The form's pages from its beginning in an earlier file on: a table's head and numbering may stand there.</summary>
    public IEnumerable<Sheet> WithBeginning => Continues is null ? Sheets : Continues.WithBeginning.Concat(Sheets);

    /// <summary>The signature block and its page; null when none was found.</summary>
    public (Sheet Sheet, SignatureBlock Block)? Signature { get; private set; }

    /// <summary>True once the signature block was seen: what follows is another form, or an annex of this one.</summary>
    public bool IsClosed => Signature is not null;

    /// <summary>Adds a page.</summary>
    public void Add(Sheet sheet)
    {
        Sheets.Insert(PlaceOf(sheet), sheet);
        if (SignatureBlockReader.Find(sheet) is not { } block) return;

        // A block with the signer's title is surer than recipients alone.
        if (Signature is null || (Signature.Value.Block.Title is null && block.Title is not null)) Signature = (sheet, block);
    }

    // Pages come in the order of their printed numbers where they have any; the page with the head is the first.
    private int PlaceOf(Sheet sheet)
    {
        if (Sheets.Count < 2 || PrintedNumber.Of(sheet) is not { } number) return Sheets.Count;
        var after = Sheets.FindIndex(1, other => PrintedNumber.Of(other) > number);
        return after < 0 ? Sheets.Count : after;
    }
}
