using System.Globalization;
using LearningSociety.App.Web.Markup;
using LearningSociety.Domain.Catalogues;

namespace LearningSociety.App.Web.Pages;

/// <summary>What a dossier of a kind must hold, as a list beside the form to hand it in.</summary>
internal static class RequiredForms
{
    internal static Html Render(DossierKind kind, Catalogue catalogue, int year) => Html.Of($"""
        <h2>Hồ sơ cần có</h2>
        <ul class="forms">
        {Html.Each(kind.Required, form => Item(form, catalogue))}
        </ul>
        {Html.When(!kind.Optional.IsEmpty, () => Html.Of($"""
            <h3>Có thể kèm theo</h3>
            <ul class="forms optional">{Html.Each(kind.Optional, form => Item(form, catalogue))}</ul>
            """))}
        {Html.When(kind.Deadline is not null, () => Html.Of($"""
            <p class="note plain">Hạn nộp cho năm {year}: trước ngày {kind.Deadline!.Before(year).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}.</p>
            """))}
        <p class="quiet">Căn cứ: {kind.Source.Text}</p>
        """);

    private static Html Item(string id, Catalogue catalogue) => Html.Of($"""
        <li><strong>{catalogue.Form(id)?.Name ?? id}</strong><span class="quiet">{Signing(catalogue.Form(id)?.Signing ?? SigningRule.None)}</span></li>
        """);

    private static string Signing(SigningRule rule) => rule switch
    {
        SigningRule.SignatureAndSeal => "ký và đóng dấu, hoặc ký số",
        SigningRule.Signature => "ký",
        _ => "không yêu cầu ký",
    };
}
