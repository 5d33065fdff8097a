using CustomerJourney.Events;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>One customer's purchases brought to transactions, one for each calendar period with a purchase.</summary>
/// <param name="FirstDay">The number of the day of the first transaction.</param>
/// <param name="LastDay">The number of the day of the last one.</param>
/// <param name="Repeats">Transactions after the first.</param>
/// <param name="RepeatUnits">The value of those, in money units.</param>
/// <param name="TotalUnits">The value of all.</param>
/// <param name="RepeatsHaveAmounts">Whether all purchases after the first transaction carry an amount.</param>
internal readonly record struct PurchaseTransactions(int FirstDay, int LastDay, int Repeats, long RepeatUnits, long TotalUnits, bool RepeatsHaveAmounts)
{
    /// <summary>Brings at least one purchase to transactions.</summary>
    /// <param name="purchases">The purchases, in the order of the log.</param>
    /// <param name="days">The day of each.</param>
    /// <param name="hasStarts">Whether events of the log last, so that days need not ascend.</param>
    public static PurchaseTransactions Of(ReadOnlySpan<PurchaseEvent> purchases, ReadOnlySpan<int> days, bool hasStarts)
    {
        int first = days[0], last = days[0], repeats = 0;
        if (hasStarts) (first, last, repeats) = Unordered(days);
        else
        {
            foreach (int day in days[1..])
            {
                if (day == last) continue;
                repeats++;
                last = day;
            }
        }

        Int128 repeatUnits = 0, total = 0;
        bool have = true;
        for (int index = 0; index < days.Length; index++)
        {
            total += purchases[index].Units;
            if (days[index] == first) continue;
            repeatUnits += purchases[index].Units;
            have &= purchases[index].HasAmount;
        }

        if (total > long.MaxValue)
            throw new OverflowException($"The purchases of one customer add up to {total / MoneyUnits.PerOne}, more than {long.MaxValue / MoneyUnits.PerOne}: give amounts in a larger unit of money.");
        return new(first, last, repeats, (long)repeatUnits, (long)total, have);
    }

    private static (int First, int Last, int Repeats) Unordered(ReadOnlySpan<int> days)
    {
        int[] sorted = days.ToArray();
        Array.Sort(sorted);
        int repeats = 0;
        for (int index = 1; index < sorted.Length; index++)
        {
            if (sorted[index] != sorted[index - 1]) repeats++;
        }

        return (sorted[0], sorted[^1], repeats);
    }
}
