namespace CustomerJourney.Statistics.CustomerBase;

/// <summary>
/// The days on which each customer was active, over the whole history, as numbers of days from any fixed day. What "active" means, and in which time zone a day begins, is decided
/// before. Immutable.
/// </summary>
/// <remarks>Cohorts by calendar period on a log are the analysis Retention; here are the questions that count from each customer's own first day, and those about all customers of a day.</remarks>
public sealed class ActivityDays
{
    private readonly int[][] _customers;

    private ActivityDays(int[][] customers) => _customers = customers;

    /// <summary>How many customers were ever active.</summary>
    public int Customers => _customers.Length;

    /// <summary>Takes days.</summary>
    /// <param name="daysByCustomer">For each customer the numbers of active days, in any order; a day may come again. A customer without days was never active and does not count.</param>
    /// <exception cref="ArgumentException">The days of a customer are <see langword="null"/>.</exception>
    public static ActivityDays Create(IEnumerable<IReadOnlyList<int>> daysByCustomer)
    {
        ArgumentNullException.ThrowIfNull(daysByCustomer);
        List<int[]> customers = [];
        foreach (IReadOnlyList<int> days in daysByCustomer)
        {
            if (days is null) throw new ArgumentException("The days of a customer are null: give an empty list for one who was never active.", nameof(daysByCustomer));
            if (days.Count > 0) customers.Add([.. days.Distinct().Order()]);
        }

        return new ActivityDays([.. customers]);
    }

    /// <summary>
    /// Bracket retention: the share of customers active on any of the days <paramref name="from"/> to <paramref name="to"/> after their first. With both the same it is
    /// N-day retention; day 0 is the first day itself, so its share is 1.
    /// </summary>
    /// <param name="from">The first day of the bracket, not negative.</param>
    /// <param name="to">The last day of the bracket, included; not before <paramref name="from"/>.</param>
    /// <param name="lastCompleteDay">The last day that was observed to its end: customers whose bracket ends after it are not counted at all.</param>
    /// <returns>The share; without value where nobody's bracket is complete.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bracket is not one.</exception>
    public ShareSample Within(int from, int to, int lastCompleteDay)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        long back = 0, complete = 0;
        foreach (int[] days in _customers)
        {
            if ((long)days[0] + to > lastCompleteDay) continue;
            complete++;
            if (AnyWithin(days, (long)days[0] + from, (long)days[0] + to)) back++;
        }

        return new ShareSample(back, complete);
    }

    /// <summary>
    /// Unbounded retention ("on or after"): the share of customers active on day <paramref name="after"/> after their first, or later. A curve of it need not fall all the way,
    /// because fewer customers have reached the later days.
    /// </summary>
    /// <param name="after">The number of days after the first, not negative.</param>
    /// <param name="lastCompleteDay">The last day that was observed to its end: customers who had not reached day <paramref name="after"/> by then are not counted at all.</param>
    /// <returns>The share; without value where nobody has reached the day.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is negative.</exception>
    public ShareSample OnOrAfter(int after, int lastCompleteDay)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        long back = 0, complete = 0;
        foreach (int[] days in _customers)
        {
            if ((long)days[0] + after > lastCompleteDay) continue;
            complete++;
            if (AnyWithin(days, (long)days[0] + after, lastCompleteDay)) back++;
        }

        return new ShareSample(back, complete);
    }

    /// <summary>The customers of each period by what they did before. Period 0 begins on day 0; days before it count as an earlier time, days after the last period not at all.</summary>
    /// <param name="periodLength">The days of a period, at least 1.</param>
    /// <param name="completePeriods">How many periods, from 0 on, were observed to their end; not negative.</param>
    /// <returns>One entry for each period, in order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public IReadOnlyList<LifecyclePeriod> Lifecycle(int periodLength, int completePeriods)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periodLength, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(completePeriods);
        long[] first = new long[completePeriods], again = new long[completePeriods], resurrected = new long[completePeriods], dormant = new long[completePeriods];
        foreach (int[] days in _customers)
        {
            long? before = null;
            foreach (int day in days)
            {
                long period = Math.DivRem((long)day, periodLength, out long rest) - (rest < 0 ? 1 : 0);
                if (period == before) continue;
                if (before is { } last && period > last + 1) Count(dormant, last + 1);
                Count(before is null ? first : period == before + 1 ? again : resurrected, period);
                before = period;
            }

            Count(dormant, before!.Value + 1);
        }

        return Array.AsReadOnly([.. Enumerable.Range(0, completePeriods).Select(period => new LifecyclePeriod
        {
            Period = period,
            New = first[period],
            Returning = again[period],
            Resurrected = resurrected[period],
            Dormant = dormant[period],
        })]);
    }

    /// <summary>How often customers were active in a window of days.</summary>
    /// <param name="windowDays">The days of the window, at least 1; 7 for DAU/WAU, 28 or 30 for DAU/MAU.</param>
    /// <param name="lastDay">The last day of the window.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="windowDays"/> is below 1.</exception>
    public ActiveDayShare ActiveDayShareOver(int windowDays, int lastDay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(windowDays, 1);
        long[] customers = new long[windowDays];
        foreach (int[] days in _customers)
        {
            int active = days.Count(day => day <= lastDay && day > (long)lastDay - windowDays);
            if (active > 0) customers[active - 1]++;
        }

        return new ActiveDayShare { CustomersByActiveDays = Array.AsReadOnly(customers) };
    }

    private static void Count(long[] periods, long period)
    {
        if (period >= 0 && period < periods.Length) periods[period]++;
    }

    private static bool AnyWithin(int[] days, long from, long to)
    {
        foreach (int day in days)
            if (day >= from) return day <= to;
        return false;
    }
}
