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

    /// <summary>The lower-case numeral of a number, 1 to 39.</summary>
    public static string Of(int number) => new string('x', number / 10) + (number % 10) switch
    {
        var ones and < 4 => new string('i', ones),
        4 => "iv",
        9 => "ix",
        var ones => "v" + new string('i', ones - 5),
    };

    /// <summary>The value of a numeral that recognition took for other letters: "L" or "|" for I, "H" for II, "IH", "Iu" or "IM" for III; 0 when it is none.</summary>
    public static int ReadMisread(string text)
    {
        var letters = text.ToLowerInvariant().Trim('.', ',', ')', ':', '/', ' ', '\'', '"', '-', '_');
        if (letters.Length is 0 or > 4 || letters.Any(letter => !"iìíỉĩịlh1|!tjvyxnum".Contains(letter, StringComparison.Ordinal))) return 0;
        var numeral = string.Concat(letters.Select(letter => letter switch { 'h' or 'n' or 'u' or 'm' => "ii", 'y' => "v", 'v' => "v", 'x' => "x", _ => "i" }));
        return numeral.Contains("iiii", StringComparison.Ordinal) ? 0 : Read(numeral);
    }
}
