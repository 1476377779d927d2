using System.Collections.Immutable;
using LearningSociety.Domain.Catalogues;
using LearningSociety.Domain.Dossiers;
using LearningSociety.Domain.Findings;
using LearningSociety.Domain.Forms;
using LearningSociety.Domain.Rules;

namespace LearningSociety.Domain.Checks;

/// <summary>What the checks look at.</summary>
/// <param name="Reading">All that was read.</param>
/// <param name="Catalogue">The rules as data.</param>
/// <param name="Kind">The dossier's kind; null when the catalogue has none of that id.</param>
/// <param name="Forms">The known forms, each whole.</param>
/// <param name="Earlier">The unit's recognition before this dossier, when one is on record.</param>
public sealed record CheckInput(
    DossierReading Reading, Catalogue Catalogue, DossierKind? Kind, ImmutableArray<WholeForm> Forms, GivenRecognition? Earlier)
{
    /// <summary>What is known of the dossier.</summary>
    public DossierFacts Dossier => Reading.Dossier;

    /// <summary>The form whose table decides: of several, one that is about the dossier's own year and office comes first; null when there is none.</summary>
    public WholeForm? Summary => Kind?.SummaryForm is { } id
        ? Forms.Where(form => form.Id == id).OrderBy(form => FormStanding.IsRight(form, this) ? 0 : 1).FirstOrDefault()
        : null;

    /// <summary>The scheme of the deciding table; null when there is none.</summary>
    public Scheme? Scheme => Catalogue.Scheme(Catalogue.Form(Kind?.SummaryForm)?.Scheme);

    /// <summary>The form type; never null for a form of <see cref="Forms"/> that the catalogue knows.</summary>
    public FormType? TypeOf(WholeForm form) => Catalogue.Form(form.Id);

    /// <summary>True when the dossier must hold that form.</summary>
    public bool IsRequired(string form) => Kind?.Required.Contains(form) == true;

    /// <summary>Forms that hold that content.</summary>
    public IEnumerable<WholeForm> Holding(string content) => Forms.Where(form => TypeOf(form)?.Content.Contains(content) == true);

    /// <summary>A Vietnamese name of the catalogue; the key itself where it has none.</summary>
    public string Label(string key) => Catalogue.Labels.GetValueOrDefault(key, key);

    /// <summary>The Vietnamese name of a result.</summary>
    public string Label(Result result) => Label("result." + WireName.Of(result));
}

/// <summary>One thing that is looked at. Pure: the same input gives the same findings in the same order.</summary>
public interface ICheck
{
    /// <summary>What is found.</summary>
    IEnumerable<Finding> Run(CheckInput input);
}
