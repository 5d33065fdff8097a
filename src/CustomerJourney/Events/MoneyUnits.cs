namespace CustomerJourney.Events;

/// <summary>Money as whole ten-thousandths, so that sums are exact in every currency and in any order.</summary>
/// <remarks>Four decimals hold the minor unit of every currency of ISO 4217; the range is ±922 trillion.</remarks>
internal static class MoneyUnits
{
    public const int Decimals = 4;

    public const int PerOne = 10_000;

    public const string Allowed = "is not an amount of at most four decimals between -922337203685477 and 922337203685477";

    public static bool TryFrom(decimal amount, out long units)
    {
        units = 0;
        if (amount is > 922_337_203_685_477m or < -922_337_203_685_477m) return false;
        decimal scaled = amount * PerOne;
        if (scaled != decimal.Truncate(scaled)) return false;
        units = (long)scaled;
        return true;
    }

    public static decimal ToDecimal(long units) => units / (decimal)PerOne;

    public static double ToDouble(long units) => units / (double)PerOne;
}
