namespace CustomerJourney.Events;

/// <content>Splitting: a log for each group, which together are the whole.</content>
public partial class JourneyLog
{
    /// <summary>
    /// A log for each group, in the order of the groups; those without a value come last, and their part is always there. By a dimension of customers (plan, persona, first channel), every customer is in one part.
    /// By a dimension of events (channel, month, an attribute of events), every event is in one part, a customer in each part that holds some of the events,
    /// and customers listed without events in the last one.
    /// </summary>
    /// <param name="dimension">What customers or events are grouped by; a survey answer by its own event, whatever it is about.</param>
    /// <remarks>Takes time linear in events and groups. Groups that nothing is in give empty logs.</remarks>
    /// <exception cref="ArgumentException">The log does not have the attribute.</exception>
    /// <exception cref="InvalidOperationException">The dimension needs a map and the log has not been classified.</exception>
    public IReadOnlyList<LogPart<JourneyLog>> SplitBy(Dimension dimension) => Split<JourneyLog>(dimension);

    private protected IReadOnlyList<LogPart<TLog>> Split<TLog>(Dimension dimension)
        where TLog : JourneyLog
    {
        ArgumentNullException.ThrowIfNull(dimension);
        GroupBinding binding = dimension.Bind(Schema);
        GroupAxis axis = new(binding.Keys);
        if (binding is CustomerGroupBinding customers)
        {
            for (int customer = 0; customer < CustomerCount; customer++) axis.CountCustomer(customers.GroupOf(TraceOf(customer)));
        }

        IReadOnlyList<(GroupKey Key, int[] Members)> rows = axis.Rows(dimension);
        int[] partOfGroup = new int[axis.Count];
        for (int part = 0; part < rows.Count; part++)
        {
            foreach (int member in rows[part].Members) partOfGroup[member] = part;
        }

        LogCut[] cuts = binding is CustomerGroupBinding whole ? CutsOfCustomers(whole, partOfGroup, rows.Count) : CutsOfEvents(binding, partOfGroup, rows.Count);
        LogPart<TLog>[] parts = new LogPart<TLog>[cuts.Length];
        for (int part = 0; part < parts.Length; part++)
        {
            GroupKey key = rows[part].Key;
            parts[part] = new() { Name = key.Name, IsNone = key.Kind == GroupKind.None, IsOther = key.Kind == GroupKind.Other, Log = (TLog)Cut(cuts[part], Schema.ObservedUntil) };
        }

        return parts.AsReadOnly();
    }

    private LogCut[] CutsOfCustomers(CustomerGroupBinding binding, int[] partOfGroup, int parts)
    {
        int[] partOf = new int[CustomerCount], counts = new int[parts];
        for (int customer = 0; customer < partOf.Length; customer++) counts[partOf[customer] = partOfGroup[binding.GroupOf(TraceOf(customer))]]++;
        int[][] customers = Array.ConvertAll(counts, count => new int[count]);
        int[] next = new int[parts];
        for (int customer = 0; customer < partOf.Length; customer++) customers[partOf[customer]][next[partOf[customer]]++] = customer;
        return Array.ConvertAll(customers, own => LogCut.OfCustomers(Columns, own));
    }

    /// <summary>Deals the events out in one walk, after another that counts what each part will hold.</summary>
    private LogCut[] CutsOfEvents(GroupBinding binding, int[] partOfGroup, int parts)
    {
        int none = partOfGroup[binding.None];
        int[] partOf = new int[Columns.EventCount], events = new int[parts], customers = new int[parts], latest = new int[parts];
        Array.Fill(latest, -1);
        for (int customer = 0; customer < CustomerCount; customer++)
        {
            CustomerTrace trace = TraceOf(customer);
            if (trace.Length == 0) customers[none]++;
            for (int position = 0; position < trace.Length; position++)
            {
                int part = partOf[trace.Start + position] = partOfGroup[binding.GroupAt(trace, position)];
                events[part]++;
                if (latest[part] != customer) customers[part]++;
                latest[part] = customer;
            }
        }

        LogCut[] cuts = [.. Enumerable.Range(0, parts).Select(part => new LogCut { Customers = new int[customers[part]], Offsets = new int[customers[part] + 1], Positions = new int[events[part]] })];
        Array.Fill(latest, -1);
        Array.Clear(events);
        Array.Clear(customers);
        for (int customer = 0; customer < CustomerCount; customer++)
        {
            int start = Columns.Offsets[customer], end = Columns.Offsets[customer + 1];
            if (start == end) Enter(none, customer);
            for (int position = start; position < end; position++)
            {
                int part = partOf[position];
                if (latest[part] != customer) Enter(part, customer);
                latest[part] = customer;
                cuts[part].Positions[events[part]++] = position;
                cuts[part].Offsets[customers[part]] = events[part];
            }
        }

        return cuts;

        void Enter(int part, int customer)
        {
            cuts[part].Customers[customers[part]++] = customer;
            cuts[part].Offsets[customers[part]] = events[part];
        }
    }
}
