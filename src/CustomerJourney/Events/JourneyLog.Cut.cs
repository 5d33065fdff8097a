namespace CustomerJourney.Events;

/// <content>Cutting: a log of some of the events or some of the customers. Names keep their codes; <see cref="Quality"/> stays that of the source.</content>
public partial class JourneyLog
{
    /// <summary>The events that happened within a span; customers without any are left out.</summary>
    /// <param name="range">The span, half-open.</param>
    /// <remarks>What came before the span is gone from the log: a customer of many years begins anew in its retention cohorts and first events.</remarks>
    public virtual JourneyLog Within(TimeRange range)
    {
        long start = range.Start.UtcTicks, end = range.End.UtcTicks;
        DateTimeOffset? observedUntil = Schema.ObservedUntil > range.End ? range.End : Schema.ObservedUntil;
        return Cut(_ => true, position => Columns.Ticks[position] >= start && Columns.Ticks[position] < end, observedUntil, keepCustomersWithoutEvents: false);
    }

    /// <summary>The customers of one group, with all their events.</summary>
    /// <param name="dimension">What customers are grouped by.</param>
    /// <param name="value">The name of the group.</param>
    /// <exception cref="ArgumentException">There is no such group; the message names those there are.</exception>
    /// <exception cref="InvalidOperationException">The dimension needs stages or personas and the log has not been classified.</exception>
    public virtual JourneyLog Where(CustomerDimension dimension, string value)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        ArgumentNullException.ThrowIfNull(value);
        CustomerGroupBinding binding = dimension.BindCustomers(Schema);
        int group = binding.Keys.Select((key, index) => (key, index)).Where(key => key.key.Name == value).Select(key => key.index).DefaultIfEmpty(-1).First();
        if (group < 0)
        {
            const int Named = 20;
            string known = string.Join(", ", binding.Keys.Take(Named).Select(key => $"'{key.Name}'"));
            throw new ArgumentException($"{dimension} has no group '{value}'; it has {known}{(binding.Keys.Count > Named ? " …" : "")}.", nameof(value));
        }

        return Cut(customer => binding.GroupOf(TraceOf(customer)) == group, _ => true, Schema.ObservedUntil, keepCustomersWithoutEvents: true);
    }

    /// <summary>The log without some customers, as a request for erasure demands: attribute values that only they had are forgotten too. Unknown ids are passed over.</summary>
    /// <param name="customers">The ids of the customers to leave out.</param>
    public virtual JourneyLog WithoutCustomers(IEnumerable<string> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        HashSet<int> erased = [.. customers.Select(IndexOf)];
        return Cut(customer => !erased.Contains(customer), _ => true, Schema.ObservedUntil, keepCustomersWithoutEvents: true, forgetUnusedValues: true);
    }

    /// <summary>Makes a log of the same kind over cut columns.</summary>
    private protected virtual JourneyLog Recreate(LogColumns columns, string[] customers, DateTimeOffset? observedUntil) =>
        new(Schema.With(columns, LogSchema.RangeOf(columns), observedUntil, null, null), columns, customers, Quality);

    private JourneyLog Cut(
        Func<int, bool> keepsCustomer, Func<int, bool> keepsEvent, DateTimeOffset? observedUntil, bool keepCustomersWithoutEvents, bool forgetUnusedValues = false)
    {
        List<int> customers = [];
        List<int> offsets = [0];
        List<int> positions = [];
        for (int customer = 0; customer < CustomerCount; customer++)
        {
            if (!keepsCustomer(customer)) continue;
            int before = positions.Count;
            for (int position = Columns.Offsets[customer]; position < Columns.Offsets[customer + 1]; position++)
            {
                if (keepsEvent(position)) positions.Add(position);
            }

            if (positions.Count == before && !keepCustomersWithoutEvents) continue;
            customers.Add(customer);
            offsets.Add(positions.Count);
        }

        int[] kept = [.. customers];
        LogColumns columns = Columns.Gather(kept, [.. offsets], [.. positions]);
        return Recreate(forgetUnusedValues ? columns.WithoutUnusedValues() : columns, [.. kept.Select(customer => _customers[customer])], observedUntil);
    }
}
