namespace CustomerJourney.Events;

/// <summary>Finds customers with too many events in a short time, counts them and keeps those with the most events.</summary>
internal sealed class BotFinder(DataQuality definition)
{
    private readonly List<SuspectedBot> _most = [];

    public long Count { get; private set; }

    public long Events { get; private set; }

    /// <summary>Judges a customer by the times of the events, ascending.</summary>
    public void Add(string customer, ReadOnlySpan<long> ticks)
    {
        if (!Exceeds(ticks, TimeSpan.TicksPerMinute, definition.MostEventsPerMinute) && !Exceeds(ticks, TimeSpan.TicksPerDay, definition.MostEventsPerDay)) return;
        Count++;
        Events += ticks.Length;
        Keep(new SuspectedBot
        {
            Customer = customer,
            Events = ticks.Length,
            MostInOneMinute = MostWithin(ticks, TimeSpan.TicksPerMinute),
            MostInOneDay = MostWithin(ticks, TimeSpan.TicksPerDay),
        });
    }

    public void Merge(BotFinder other)
    {
        Count += other.Count;
        Events += other.Events;
        foreach (SuspectedBot bot in other._most) Keep(bot);
    }

    /// <summary>Those with the most events first, as many as are listed.</summary>
    public IReadOnlyList<SuspectedBot> Most()
    {
        Trim();
        return [.. _most];
    }

    public void Save(BinaryWriter state)
    {
        Trim();
        state.Write(Count);
        state.Write(Events);
        state.Write(_most.Count);
        foreach (SuspectedBot bot in _most)
        {
            state.Write(bot.Customer);
            state.Write(bot.Events);
            state.Write(bot.MostInOneMinute);
            state.Write(bot.MostInOneDay);
        }
    }

    public void Load(BinaryReader state)
    {
        Count += DataQualityAccumulator.Checked(state.ReadInt64());
        Events += DataQualityAccumulator.Checked(state.ReadInt64());
        for (int left = state.ReadInt32(); left > 0; left--)
        {
            Keep(new SuspectedBot
            {
                Customer = state.ReadString(),
                Events = DataQualityAccumulator.Checked(state.ReadInt64()),
                MostInOneMinute = DataQualityAccumulator.Checked(state.ReadInt64()),
                MostInOneDay = DataQualityAccumulator.Checked(state.ReadInt64()),
            });
        }
    }

    private static bool Exceeds(ReadOnlySpan<long> ticks, long span, int? most)
    {
        if (most is not int limit) return false;
        for (int last = limit; last < ticks.Length; last++)
        {
            if (ticks[last] - ticks[last - limit] < span) return true;
        }

        return false;
    }

    private static int MostWithin(ReadOnlySpan<long> ticks, long span)
    {
        int most = 0;
        for (int first = 0, last = 0; last < ticks.Length; last++)
        {
            while (ticks[last] - ticks[first] >= span) first++;
            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    private void Keep(SuspectedBot bot)
    {
        _most.Add(bot);
        // The first of a total order are the same however they were gathered, so forgetting the others early changes nothing.
        if (_most.Count >= 2 * Math.Max(1, definition.MostListed)) Trim();
    }

    private void Trim()
    {
        _most.Sort((one, other) => one.Events != other.Events ? other.Events.CompareTo(one.Events) : string.CompareOrdinal(one.Customer, other.Customer));
        if (_most.Count > definition.MostListed) _most.RemoveRange(definition.MostListed, _most.Count - definition.MostListed);
    }
}
