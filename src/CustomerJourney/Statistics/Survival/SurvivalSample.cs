namespace CustomerJourney.Statistics.Survival;

/// <summary>
/// Cases with the time at which each had its event or was last seen without it (right censoring), some of them perhaps under observation only from a later time on
/// (left truncation). Immutable, equal by value, and free of the order in which the cases were given.
/// </summary>
public sealed class SurvivalSample : IEquatable<SurvivalSample>
{
    internal SurvivalSample(SortedTimes events, SortedTimes censored, SortedTimes entries)
    {
        (EventTimes, CensoredTimes, EntryTimes) = (events, censored, entries);
        LargestTime = (events.Largest, censored.Largest) is ({ } a, { } b) ? Math.Max(a, b) : events.Largest ?? censored.Largest;
    }

    /// <summary>How many cases there are, not negative.</summary>
    public long Count => Events + Censored;

    /// <summary>How many had their event.</summary>
    public long Events => EventTimes.Total;

    /// <summary>How many were last seen without it.</summary>
    public long Censored => CensoredTimes.Total;

    /// <summary>How many came under observation after their start.</summary>
    public long DelayedEntries => EntryTimes.Total;

    /// <summary>The largest time at which a case was seen: beyond it nothing is known; <see langword="null"/> without cases.</summary>
    public double? LargestTime { get; }

    /// <summary>What to know before reading anything into these cases: events at time 0, few events. Empty when there is nothing to say.</summary>
    public IReadOnlyList<string> Warnings => Array.AsReadOnly<string>([.. SurvivalCautions.OfEvents(EventTimes)]);

    internal SortedTimes EventTimes { get; }

    internal SortedTimes CensoredTimes { get; }

    internal SortedTimes EntryTimes { get; }

    /// <summary>Takes cases that were all under observation from their start.</summary>
    /// <param name="times">The time of each case from its start to its event or to the end of its observation, finite and not negative, all in one unit.</param>
    /// <param name="events">For each case, whether the event happened at that time.</param>
    /// <exception cref="ArgumentException">There are not as many flags as times.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or not finite.</exception>
    public static SurvivalSample Of(ReadOnlySpan<double> times, ReadOnlySpan<bool> events)
    {
        CheckLengths(times.Length, events.Length, nameof(events));
        SurvivalCounts counts = new();
        int eventCount = events.Count(true);
        counts.Reserve(eventCount, events.Length - eventCount);
        for (int i = 0; i < times.Length; i++)
        {
            if (!SurvivalTime.IsValid(times[i])) SurvivalTime.Check(times[i], nameof(times), SurvivalTime.At(i));
            counts.Add(times[i], events[i]);
        }

        return counts.TakeSample();
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{double}, ReadOnlySpan{bool})"/>
    /// <param name="times">The time of each case from its start to its event or to the end of its observation, finite and not negative, all in one unit.</param>
    /// <param name="events">For each case, 1 when the event happened at that time and 0 when it was still going on. Any other number is refused: durations passed as flags are a common mistake.</param>
    /// <exception cref="ArgumentException">There are not as many flags as times.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or not finite, or a flag is neither 0 nor 1.</exception>
    public static SurvivalSample Of(ReadOnlySpan<double> times, ReadOnlySpan<int> events)
    {
        CheckLengths(times.Length, events.Length, nameof(events));
        bool[] flags = new bool[events.Length];
        for (int i = 0; i < flags.Length; i++) flags[i] = SurvivalTime.IsEvent(events[i], nameof(events), i);
        return Of(times, flags);
    }

    /// <summary>Takes cases each of which came under observation at its own time (left truncation): at risk at t are those with entry &lt; t ≤ time.</summary>
    /// <param name="entries">The time of each case from its start at which its observation began, finite, not negative and below its time.</param>
    /// <param name="times">The time of each case from its start to its event or to the end of its observation, finite.</param>
    /// <param name="events">For each case, 1 when the event happened at that time and 0 when it was still going on.</param>
    /// <exception cref="ArgumentException">There are not as many entries, times and flags.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or not finite, an entry is not below its time, or a flag is neither 0 nor 1.</exception>
    public static SurvivalSample Of(ReadOnlySpan<double> entries, ReadOnlySpan<double> times, ReadOnlySpan<int> events)
    {
        CheckLengths(times.Length, entries.Length, nameof(entries));
        CheckLengths(times.Length, events.Length, nameof(events));
        SurvivalCounts counts = new();
        for (int i = 0; i < times.Length; i++)
        {
            if (!SurvivalTime.IsValid(times[i])) SurvivalTime.Check(times[i], nameof(times), SurvivalTime.At(i));
            if (!SurvivalTime.IsValid(entries[i]) || entries[i] >= times[i]) SurvivalTime.CheckEntry(entries[i], times[i], nameof(entries), SurvivalTime.At(i));
            counts.Add(entries[i], times[i], SurvivalTime.IsEvent(events[i], nameof(events), i));
        }

        return counts.TakeSample();
    }

    /// <summary>How many cases are at risk at a time: under observation before it and not gone before it.</summary>
    /// <param name="time">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is NaN.</exception>
    public long AtRisk(double time)
    {
        Domain.CheckNumber(time);
        return Count - DelayedEntries + EntryTimes.Before(time) - EventTimes.Before(time) - CensoredTimes.Before(time);
    }

    /// <summary>The cases of this sample and another together.</summary>
    /// <param name="other">Cases in the same unit of time, none of which is in this sample.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    public SurvivalSample Merge(SurvivalSample other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new SurvivalSample(Unite(EventTimes, other.EventTimes), Unite(CensoredTimes, other.CensoredTimes), Unite(EntryTimes, other.EntryTimes));

        static SortedTimes Unite(SortedTimes a, SortedTimes b)
        {
            TimeCounts counts = TimeCounts.From(a);
            counts.Merge(TimeCounts.From(b));
            return counts.TakeSorted();
        }
    }

    /// <summary>Whether the other sample counts the same cases.</summary>
    /// <param name="other">Another sample.</param>
    public bool Equals(SurvivalSample? other) =>
        other is not null && EventTimes.SameAs(other.EventTimes) && CensoredTimes.SameAs(other.CensoredTimes) && EntryTimes.SameAs(other.EntryTimes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SurvivalSample);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Events, Censored, DelayedEntries, LargestTime);

    /// <summary>What is wrong with counts that were read from elsewhere; <see langword="null"/> when they can be those of cases.</summary>
    internal static string? FindFault(SortedTimes events, SortedTimes censored, SortedTimes entries)
    {
        long cases = events.Total + censored.Total;
        if (entries.Total > cases) return $"The state of survival counts holds {entries.Total} late entries of {cases} cases.";

        // At each time, those who came late and have left by then are no more than those who have come before.
        long always = cases - entries.Total;
        foreach (double time in (ReadOnlySpan<double>)[.. events.Times.Span, .. censored.Times.Span])
        {
            if (always + entries.Before(time) < events.Before(Math.BitIncrement(time)) + censored.Before(Math.BitIncrement(time)))
                return FormattableString.Invariant($"In the state of survival counts more cases have left at time {time} than had come.");
        }

        return null;
    }

    private static void CheckLengths(int times, int others, string name)
    {
        if (times != others) throw new ArgumentException($"There are {times} times and {others} {name}: give one of each for every case.", name);
    }
}
