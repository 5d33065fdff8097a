namespace CustomerJourney.Events;

/// <summary>What of a log goes into another: which customers, and which of their events.</summary>
internal sealed class LogCut
{
    /// <summary>The numbers of the customers, in their new order.</summary>
    public required int[] Customers { get; init; }

    /// <summary>For each customer, where the events begin among <see cref="Positions"/>; one more entry at the end.</summary>
    public required int[] Offsets { get; init; }

    /// <summary>The places of the events in the source, in their new order.</summary>
    public required int[] Positions { get; init; }

    /// <summary>Some customers with all their events.</summary>
    public static LogCut OfCustomers(LogColumns source, int[] customers)
    {
        int[] starts = new int[customers.Length], ends = new int[customers.Length];
        for (int index = 0; index < customers.Length; index++)
        {
            starts[index] = source.Offsets[customers[index]];
            ends[index] = source.Offsets[customers[index] + 1];
        }

        return OfRuns(customers, starts, ends);
    }

    /// <summary>Some customers with one unbroken run of events each.</summary>
    public static LogCut OfRuns(int[] customers, int[] starts, int[] ends)
    {
        int[] offsets = new int[customers.Length + 1];
        for (int index = 0; index < customers.Length; index++) offsets[index + 1] = offsets[index] + ends[index] - starts[index];
        int[] positions = GC.AllocateUninitializedArray<int>(offsets[^1]);
        Chunks.Each(customers.Length, (first, end) =>
        {
            for (int index = first; index < end; index++)
            {
                Span<int> own = positions.AsSpan(offsets[index], offsets[index + 1] - offsets[index]);
                int start = starts[index];
                for (int place = 0; place < own.Length; place++) own[place] = start + place;
            }
        });
        return new LogCut { Customers = customers, Offsets = offsets, Positions = positions };
    }

    /// <summary>The marked events, and the customers who have some.</summary>
    public static LogCut OfEvents(LogColumns source, EventMarker marker)
    {
        bool[] keeps = new bool[source.EventCount];
        int[] counts = new int[source.CustomerCount];
        Chunks.Each(counts.Length, (first, end) =>
        {
            for (int customer = first; customer < end; customer++)
            {
                CustomerTrace trace = new(source, customer);
                if (trace.Length == 0) continue;
                Span<bool> own = keeps.AsSpan(trace.Start, trace.Length);
                marker(trace, own);
                counts[customer] = own.Count(true);
            }
        });

        int[] customers = Where(counts.Length, customer => counts[customer] > 0);
        int[] offsets = new int[customers.Length + 1];
        for (int index = 0; index < customers.Length; index++) offsets[index + 1] = offsets[index] + counts[customers[index]];
        int[] positions = GC.AllocateUninitializedArray<int>(offsets[^1]);
        Chunks.Each(customers.Length, (first, end) =>
        {
            for (int index = first; index < end; index++)
            {
                Span<int> own = positions.AsSpan(offsets[index], offsets[index + 1] - offsets[index]);
                int position = source.Offsets[customers[index]];
                // Without a branch on the mark: marks come and go at random.
                for (int place = 0; place < own.Length; position++)
                {
                    own[place] = position;
                    place += keeps[position] ? 1 : 0;
                }
            }
        });
        return new LogCut { Customers = customers, Offsets = offsets, Positions = positions };
    }

    /// <summary>The same cut with the customers who never had events.</summary>
    public LogCut WithCustomersWithoutEvents(LogColumns source)
    {
        bool[] isIn = new bool[source.CustomerCount];
        foreach (int customer in Customers) isIn[customer] = true;
        int[] customers = Where(isIn.Length, customer => isIn[customer] || source.Offsets[customer] == source.Offsets[customer + 1]);
        int[] offsets = new int[customers.Length + 1];
        int own = 0;
        for (int index = 0; index < customers.Length; index++)
        {
            if (isIn[customers[index]]) own++;
            offsets[index + 1] = Offsets[own];
        }

        return new LogCut { Customers = customers, Offsets = offsets, Positions = Positions };
    }

    /// <summary>The numbers 0…count − 1 that meet a condition, ascending.</summary>
    public static int[] Where(int count, Func<int, bool> condition)
    {
        bool[] meets = new bool[count];
        for (int index = 0; index < count; index++) meets[index] = condition(index);
        int[] chosen = new int[meets.AsSpan().Count(true)];
        int next = 0;
        for (int index = 0; index < count; index++)
        {
            if (meets[index]) chosen[next++] = index;
        }

        return chosen;
    }
}
