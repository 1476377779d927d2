using System.Collections.Immutable;
using LearningSociety.Domain.Evidence;

namespace LearningSociety.Extraction.Text;

/// <summary>Words that stand together: the evidence of a value.</summary>
internal sealed record Quote(ImmutableArray<PlacedWord> Words)
{
    /// <summary>The words as printed.</summary>
    public string Raw => string.Join(' ', Words.Select(word => word.Text));

    /// <summary>The words as people are shown them.</summary>
    public string Shown => string.Join(' ', Words.Select(word => word.Shown));

    /// <summary>The lowest confidence of the words.</summary>
    public Confidence Confidence => Words.IsEmpty ? Confidence.Certain : Words.Min(word => word.Confidence);

    /// <summary>The box around the words on the page where they begin, as people see it; null for no words.</summary>
    public Place? Place => Words.IsEmpty
        ? null
        : new(Words[0].File, Words[0].Page, PageBox.Around(Words.Where(word => word.Page == Words[0].Page && word.File == Words[0].File).Select(word => word.Seen)));

    /// <summary>A value read from these words, no surer than they are.</summary>
    /// <param name="value">The value understood.</param>
    /// <param name="certainty">How sure the understanding itself is, 0..1; below 1 where something had to be corrected.</param>
    public Read<T> As<T>(T value, double certainty = 1) => new(value, new(Confidence.Value * certainty), Place, Raw);
}
