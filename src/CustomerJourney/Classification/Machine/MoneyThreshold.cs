using CustomerJourney.Events;

namespace CustomerJourney.Classification.Machine;

/// <summary>Amounts of definitions, which may have any size and decimals, as bounds for amounts of events, which are whole <see cref="MoneyUnits"/>.</summary>
internal static class MoneyThreshold
{
    /// <summary>The least number of units that is not below the amount.</summary>
    public static Int128 UnitsOf(decimal amount)
    {
        decimal whole = decimal.Floor(amount);
        return ((Int128)whole * MoneyUnits.PerOne) + (Int128)decimal.Ceiling((amount - whole) * MoneyUnits.PerOne);
    }
}
