namespace CustomerJourney.Metrics.Lifetime;

/// <summary>What the currencies of purchases say about a sum of them.</summary>
internal static class PurchaseCurrencies
{
    /// <summary>The currency of all amounts; null where none is named, and where there are several.</summary>
    public static string? Only(IReadOnlyList<string> currencies) => currencies is [{ Length: > 0 } only] ? only : null;

    /// <summary>The names of currencies in words.</summary>
    public static string Names(IReadOnlyList<string> currencies) => string.Join(", ", currencies.Select(currency => currency.Length == 0 ? "no named currency" : currency));

    /// <summary>Why there is no value in several currencies; null where there is one at most.</summary>
    public static NoValue? Mixed(IReadOnlyList<string> currencies, string title) => currencies.Count < 2 ? null : new NoValue
    {
        Reason = NoValueReason.MixedCurrencies,
        Message = $"{title} cannot add up amounts in {Names(currencies)}: choose one with Currency, or convert them.",
    };
}
