namespace CustomerJourney.Events;

/// <content>Sessions: the unit of analysis cut smaller.</content>
public partial class JourneyLog
{
    /// <summary>
    /// The log by session: each session takes the place of a customer, with an id such as <c>anna#0001</c>. A new session begins after a time without events that is <em>greater</em> than the gap.
    /// Every event is in exactly one session; customers listed without events have none.
    /// </summary>
    /// <param name="gap">The longest time between two events of one session, for example 30 minutes. Where events last, the time from the latest end so far to the next begin.</param>
    /// <param name="maxLength">The longest time from the begin of a session to the begin of its last event; an event beyond begins a new session. Any by default.</param>
    /// <param name="splitAtMidnight">The zone whose midnights sessions do not reach beyond: an event that begins on a later day begins a new session. None by default.</param>
    /// <param name="customerAttribute">The name of the attribute under which each session keeps the id of its customer.</param>
    /// <remarks>
    /// Sessions keep the attributes, stages and persona of their customer; the stages of a classified log are those that events were given over all sessions. The id of a session is made of that of the customer
    /// and its number, from 1; it is never that of a customer, and <paramref name="customerAttribute"/> tells whose it is. Events are not copied.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The gap or the length is negative.</exception>
    /// <exception cref="ArgumentException">Customers already have an attribute named as <paramref name="customerAttribute"/>.</exception>
    /// <exception cref="InvalidOperationException">Sessions are split at midnight and the log spans more than 100,000 days.</exception>
    public virtual JourneyLog BySession(TimeSpan gap, TimeSpan? maxLength = null, TimeZoneInfo? splitAtMidnight = null, string customerAttribute = "customer")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(gap, TimeSpan.Zero);
        if (maxLength is TimeSpan length) ArgumentOutOfRangeException.ThrowIfLessThan(length, TimeSpan.Zero, nameof(maxLength));
        ArgumentException.ThrowIfNullOrEmpty(customerAttribute);
        if (Schema.CustomerAttributes.Contains(customerAttribute, StringComparer.Ordinal))
            throw new ArgumentException($"Customers already have an attribute '{customerAttribute}'; name another one for the id of a session's customer.", nameof(customerAttribute));

        int[] starts = SessionStarts.Find(Columns, gap.Ticks, maxLength?.Ticks ?? long.MaxValue, splitAtMidnight is null ? null : DaysOf(splitAtMidnight));
        int[] customers = CustomersAt(starts);
        LogColumns columns = Columns.Divided([.. starts, Columns.EventCount], customers, new AttributeColumn { Name = customerAttribute, Values = CustomerArray, Codes = customers, HoldsCustomerIds = true });
        SessionNames names = new(CustomerArray);
        Lazy<string[]> ids = new(() => IdsOfSessions(names, customers));
        if (!names.AreInOrder)
        {
            string[] sorted = [.. ids.Value];
            int[] order = [.. Enumerable.Range(0, sorted.Length)];
            Array.Sort(sorted, order, StringComparer.Ordinal);
            columns = columns.Gather(LogCut.OfCustomers(columns, order));
            ids = new(sorted);
        }

        return Recreate(Schema.With(columns, Range, Schema.ObservedUntil, Schema.Journey, Schema.Reading), columns, ids, Quality);
    }

    private PeriodTable DaysOf(TimeZoneInfo zone)
    {
        TimeRange? range = Range;
        if (range is TimeRange events && Columns.StartedAt is { } begins) range = new(new DateTimeOffset(begins.Min(), TimeSpan.Zero), events.End);
        return new PeriodTable(range, CalendarUnit.Day, new ReportingCalendar { TimeZone = zone });
    }

    /// <summary>The customer of each position, for positions that ascend.</summary>
    private int[] CustomersAt(int[] positions)
    {
        int[] customers = GC.AllocateUninitializedArray<int>(positions.Length);
        int customer = 0;
        for (int index = 0; index < positions.Length; index++)
        {
            while (Columns.Offsets[customer + 1] <= positions[index]) customer++;
            customers[index] = customer;
        }

        return customers;
    }

    private static string[] IdsOfSessions(SessionNames names, int[] customers)
    {
        string[] ids = new string[customers.Length];
        int number = 0;
        for (int session = 0; session < ids.Length; session++)
        {
            number = session > 0 && customers[session] == customers[session - 1] ? number + 1 : 1;
            ids[session] = names.Of(customers[session], number);
        }

        return ids;
    }
}
