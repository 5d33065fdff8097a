namespace CustomerJourney.Statistics.Survival;

/// <summary>
/// Counts of cases by the time at which each had its event or was last seen without it: what every survival method here needs, and no more. Counts are whole numbers,
/// so any order and any partition of the cases give the same. Keeps one entry for each distinct time. Not safe for use by several threads at once: count apart and <see cref="Merge"/>.
/// </summary>
/// <remarks>
/// A case that has not had its event when observation ends is <em>censored</em>: it counts as going on until then. Leaving such cases out, or taking their times for
/// times of events, makes lives look too short. At equal times events come before censorings; times are equal to the last bit or not at all, so
/// round those that were computed to the unit in which they are known.
/// </remarks>
public sealed class SurvivalCounts
{
    private readonly TimeCounts _events;
    private readonly TimeCounts _censored;
    private readonly TimeCounts _entries;

    /// <summary>Starts without cases.</summary>
    public SurvivalCounts()
        : this(new TimeCounts(), new TimeCounts(), new TimeCounts())
    {
    }

    private SurvivalCounts(TimeCounts events, TimeCounts censored, TimeCounts entries) => (_events, _censored, _entries) = (events, censored, entries);

    /// <summary>Adds a case that was under observation from its start.</summary>
    /// <param name="time">The time from its start to its event or to the end of its observation, finite and not negative, in the unit of all cases.</param>
    /// <param name="isEvent">Whether the event happened at that time; <see langword="false"/> for a case that was still going on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite.</exception>
    public void Add(double time, bool isEvent)
    {
        SurvivalTime.Check(time, nameof(time));
        (isEvent ? _events : _censored).Add(time);
    }

    /// <summary>Adds a case that came under observation some time after its start, having had no event until then (left truncation): it is at risk from there on only.</summary>
    /// <param name="entry">The time from its start at which observation began, finite and not negative.</param>
    /// <param name="time">The time from its start to its event or to the end of its observation, above <paramref name="entry"/>.</param>
    /// <param name="isEvent">Whether the event happened at that time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or not finite, or <paramref name="entry"/> is not below <paramref name="time"/>.</exception>
    public void Add(double entry, double time, bool isEvent)
    {
        SurvivalTime.Check(time, nameof(time));
        SurvivalTime.CheckEntry(entry, time, nameof(entry));
        _entries.Add(entry);
        (isEvent ? _events : _censored).Add(time);
    }

    /// <summary>Adds all cases of another, which is left as it was.</summary>
    /// <param name="other">Counts in the same unit of time; may be this one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    public void Merge(SurvivalCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        _events.Merge(other._events);
        _censored.Merge(other._censored);
        _entries.Merge(other._entries);
    }

    /// <summary>The cases so far; later additions do not change it.</summary>
    public SurvivalSample ToSample() => new(_events.ToSorted(), _censored.ToSorted(), _entries.ToSorted());

    /// <summary>Writes the state; equal counts write equal bytes, whatever the order of the cases.</summary>
    /// <param name="writer">Where to write.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is <see langword="null"/>.</exception>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _events.Save(writer);
        _censored.Save(writer);
        _entries.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="reader">Where to read.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidDataException">The bytes are not those of survival counts.</exception>
    public static SurvivalCounts Load(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        TimeCounts events = TimeCounts.Load(reader), censored = TimeCounts.Load(reader), entries = TimeCounts.Load(reader);
        if (SurvivalSample.FindFault(events.ToSorted(), censored.ToSorted(), entries.ToSorted()) is { } fault) throw new InvalidDataException(fault);
        return new SurvivalCounts(events, censored, entries);
    }

    /// <summary>Room for as many cases, so that they are sorted once.</summary>
    internal void Reserve(int events, int censored)
    {
        _events.Reserve(events);
        _censored.Reserve(censored);
    }

    /// <summary>The cases without a copy; nothing may be added after that.</summary>
    internal SurvivalSample TakeSample() => new(_events.TakeSorted(), _censored.TakeSorted(), _entries.TakeSorted());
}
