namespace CustomerJourney.Events;

/// <summary>The amounts of money of a log, in the order of its events. Sparse.</summary>
internal sealed record MoneyColumn
{
    /// <summary>The event index of each amount, ascending.</summary>
    public required int[] Positions { get; init; }

    /// <summary>For each customer, the index of the first amount; one more entry at the end.</summary>
    public required int[] Offsets { get; init; }

    /// <summary>Amounts in <see cref="MoneyUnits"/>.</summary>
    public required long[] Units { get; init; }

    /// <summary>Codes of currencies, -1 where none is named; null where no amount names one.</summary>
    public required int[]? Currencies { get; init; }

    /// <summary>The names behind <see cref="Currencies"/>, in ordinal order.</summary>
    public required string[] CurrencyNames { get; init; }

    public string? Currency(int index) => Currencies is { } codes && codes[index] >= 0 ? CurrencyNames[codes[index]] : null;
}
