// The official package carries no nullable annotations, so its public surface carries none here either.
#nullable disable

namespace Azure.AI.FormRecognizer.DocumentAnalysis;

/// <summary>An amount of money.</summary>
public readonly struct CurrencyValue
{
    internal CurrencyValue(double amount, string symbol, string code)
    {
        Amount = amount;
        Symbol = symbol;
        Code = code;
    }

    /// <summary>The amount.</summary>
    public double Amount { get; }

    /// <summary>The currency's sign; null when none was found.</summary>
    public string Symbol { get; }

    /// <summary>The currency's code (ISO 4217); null when none was found.</summary>
    public string Code { get; }
}
