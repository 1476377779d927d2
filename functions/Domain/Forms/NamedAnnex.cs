using LearningSociety.Domain.Evidence;

namespace LearningSociety.Domain.Forms;

/// <summary>An annex or enclosed form that a form's text names.</summary>
/// <param name="Name">The words used, such as "phụ biểu đính kèm".</param>
/// <param name="Form">The catalogue's id of the form meant, when it can be told.</param>
/// <param name="Found">True when the annex was found in the same file or dossier.</param>
/// <param name="Place">Where the text names it.</param>
public sealed record NamedAnnex(string Name, string? Form, bool Found, Place? Place);
