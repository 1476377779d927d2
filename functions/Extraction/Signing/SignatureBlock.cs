using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;
using LearningSociety.Extraction.Pages;
using LearningSociety.Extraction.Text;

namespace LearningSociety.Extraction.Signing;

/// <summary>The end of a form: recipients on the left, authority, title and name of the signer on the right.</summary>
/// <param name="Box">From the first line of the block to the signer's name, across the page.</param>
/// <param name="Title">The signer's title in capitals, such as "KT. CHỦ TỊCH PHÓ CHỦ TỊCH"; null when only recipients, or seal and hand, were found.</param>
/// <param name="Signer">The name under it; null when none could be read.</param>
/// <param name="Below">The rows where the name stands, as far as they are in the title's column.</param>
internal sealed record SignatureBlock(PageBox Box, Quote? Title, Quote? Signer, ImmutableArray<TextRow> Below);
