namespace CustomerJourney.Events;

/// <summary>What happened to customers between their events, sparse: silence that put them into a stage, and dormancy. In the order of time, each entry after the event that it follows and before the next one.</summary>
internal sealed record SilenceColumn
{
    /// <summary>For each entry, the index of the event that it follows, ascending; several entries may follow one event.</summary>
    public required int[] Positions { get; init; }

    /// <summary>For each customer, the first entry; one more at the end.</summary>
    public required int[] Offsets { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long[] Ticks { get; init; }

    /// <summary>The stage that the customer entered, <see cref="LogSchema.Dormant"/> for becoming dormant.</summary>
    public required byte[] Stages { get; init; }

    /// <summary>The entries that follow events of a cut.</summary>
    public SilenceColumn? Gather(LogCut cut)
    {
        int[] offsets = new int[cut.Offsets.Length];
        List<int> kept = [], places = [];
        for (int customer = 0; customer < cut.Customers.Length; customer++)
        {
            int entry = Offsets[cut.Customers[customer]], end = Offsets[cut.Customers[customer] + 1];
            for (int place = cut.Offsets[customer]; place < cut.Offsets[customer + 1] && entry < end; place++)
            {
                while (entry < end && Positions[entry] < cut.Positions[place]) entry++;
                for (; entry < end && Positions[entry] == cut.Positions[place]; entry++)
                {
                    kept.Add(entry);
                    places.Add(place);
                }
            }

            offsets[customer + 1] = kept.Count;
        }

        return kept.Count == 0 ? null : new SilenceColumn
        {
            Positions = [.. places],
            Offsets = offsets,
            Ticks = [.. kept.Select(entry => Ticks[entry])],
            Stages = [.. kept.Select(entry => Stages[entry])],
        };
    }

    /// <summary>The entries before a time.</summary>
    public SilenceColumn? Before(long ticks)
    {
        int[] kept = [.. Enumerable.Range(0, Ticks.Length).Where(entry => Ticks[entry] < ticks)];
        if (kept.Length == Ticks.Length) return this;
        if (kept.Length == 0) return null;
        int[] offsets = new int[Offsets.Length];
        int next = 0;
        for (int customer = 0; customer < offsets.Length; customer++)
        {
            while (next < kept.Length && kept[next] < Offsets[customer]) next++;
            offsets[customer] = next;
        }

        return new SilenceColumn
        {
            Positions = [.. kept.Select(entry => Positions[entry])],
            Offsets = offsets,
            Ticks = [.. kept.Select(entry => Ticks[entry])],
            Stages = [.. kept.Select(entry => Stages[entry])],
        };
    }
}
