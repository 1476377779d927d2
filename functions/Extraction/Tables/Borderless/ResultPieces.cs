using LearningSociety.Extraction.Pages;

namespace LearningSociety.Extraction.Tables.Borderless;

/// <summary>What may be a result among the words of a page, whatever the scheme.</summary>
internal static class ResultPieces
{
    private static readonly ResultWords AnyWords = new(null);

    extension(TextRow piece)
    {
        /// <summary>True for the name of a result.</summary>
        public bool NamesResult() => AnyWords.Understand(piece.Text) is not null;

        /// <summary>True for the name of a result, or points.</summary>
        public bool IsResult() => piece.Key.Length > 0 && (piece.Key.All(char.IsAsciiDigit) || piece.NamesResult());
    }
}
