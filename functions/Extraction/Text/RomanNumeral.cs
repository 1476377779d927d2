namespace LearningSociety.Extraction.Text;

/// <summary>Roman numerals as headings use them, 1 to 39.</summary>
internal static class RomanNumeral
{
    /// <summary>The value of a lower-case numeral; 0 when it is none.</summary>
    public static int Read(string text)
    {
        var (total, before) = (0, 0);
        foreach (var letter in text.Reverse())
        {
            var value = letter switch { 'i' => 1, 'v' => 5, 'x' => 10, _ => 0 };
            if (value == 0) return 0;
            total += value < before ? -value : value;
            before = Math.Max(before, value);
        }

        return total;
    }
}
