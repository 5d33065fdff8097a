namespace CustomerJourney.Statistics.Survival;

/// <summary>
/// Counts of cases that end in one of several ways, by the time at which they did or were last seen going on. Counts are whole numbers, so any order and any partition of the cases give
/// the same. Not safe for use by several threads at once: count apart and <see cref="Merge"/>.
/// </summary>
public sealed class CompetingRisksCounts
{
    // Entry 0 is of cases still going on, the others of the causes.
    private readonly TimeCounts[] _times;

    /// <summary>Starts without cases.</summary>
    /// <param name="causeCount">How many ways of ending there are, at least 1: 2 for "converted" and "abandoned".</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="causeCount"/> is not positive.</exception>
    public CompetingRisksCounts(int causeCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(causeCount);
        _times = [.. Enumerable.Range(0, checked(causeCount + 1)).Select(_ => new TimeCounts())];
    }

    private CompetingRisksCounts(TimeCounts[] times) => _times = times;

    /// <summary>How many ways of ending there are, at least 1.</summary>
    public int CauseCount => _times.Length - 1;

    /// <summary>Adds a case.</summary>
    /// <param name="time">The time from its start to its end or to the end of its observation, finite and not negative, in the unit of all cases.</param>
    /// <param name="cause">How it ended, from 1 to <see cref="CauseCount"/>; 0 for a case that was still going on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or not finite, or there is no such cause.</exception>
    public void Add(double time, int cause)
    {
        SurvivalTime.Check(time, nameof(time));
        CompetingRisksSample.CheckCause(cause, CauseCount, nameof(cause), 0);
        _times[cause].Add(time);
    }

    /// <summary>Adds all cases of another, which is left as it was.</summary>
    /// <param name="other">Counts of the same causes in the same unit of time.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="other"/> has another number of causes.</exception>
    public void Merge(CompetingRisksCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.CauseCount != CauseCount) throw new ArgumentException($"Counts of {other.CauseCount} causes cannot be added to counts of {CauseCount}.", nameof(other));
        for (int i = 0; i < _times.Length; i++) _times[i].Merge(other._times[i]);
    }

    /// <summary>The cases so far; later additions do not change it.</summary>
    public CompetingRisksSample ToSample() => new([.. _times.Select(times => times.ToSorted())]);

    /// <summary>Writes the state; equal counts write equal bytes, whatever the order of the cases.</summary>
    /// <param name="writer">Where to write.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is <see langword="null"/>.</exception>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(CauseCount);
        foreach (TimeCounts times in _times) times.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="reader">Where to read.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidDataException">The bytes are not those of such counts.</exception>
    public static CompetingRisksCounts Load(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        int causes = reader.ReadInt32();
        if (causes < 1) throw new InvalidDataException($"The state of competing risks names {causes} causes; there is one at least.");
        List<TimeCounts> times = [];
        for (int i = -1; i < causes; i++) times.Add(TimeCounts.Load(reader));
        return new CompetingRisksCounts([.. times]);
    }

    /// <summary>The cases without a copy; nothing may be added after that.</summary>
    internal CompetingRisksSample TakeSample() => new([.. _times.Select(times => times.TakeSorted())]);
}
