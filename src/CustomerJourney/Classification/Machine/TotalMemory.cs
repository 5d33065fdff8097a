using CustomerJourney.Classification.Rules;

namespace CustomerJourney.Classification.Machine;

/// <summary>Remembers the total of a <see cref="TotalValueRule"/> in <see cref="Events.MoneyUnits"/>: 128 bits in two places, so that it is exact however much comes together.</summary>
internal readonly struct TotalMemory
{
    private readonly int _place;
    private readonly Int128 _least;
    private readonly string? _currency;

    private TotalMemory(int place, Int128 least, string? currency)
    {
        _place = place;
        _least = least;
        _currency = currency;
    }

    public static TotalMemory For(TotalValueRule rule, MemoryLayout layout) => new(layout.Reserve(2, 0), MoneyThreshold.UnitsOf(rule.AtLeast), rule.Currency);

    /// <summary>Adds the amount of an event and says whether the total is great enough.</summary>
    public bool Add(Span<long> memory, long units, string? currency)
    {
        if (!string.Equals(currency, _currency, StringComparison.Ordinal)) return false;
        ref long low = ref memory[_place];
        ref long high = ref memory[_place + 1];
        unchecked
        {
            Int128 total = new Int128((ulong)high, (ulong)low) + units;
            low = (long)(ulong)total;
            high = (long)(ulong)(total >> 64);
            return total >= _least;
        }
    }
}
