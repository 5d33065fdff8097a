using System.Globalization;

namespace CustomerJourney.Statistics.Survival;

/// <summary>Cases that end in one of several ways (converted or abandoned, by reason of churn), with the time at which each did or was last seen going on. Immutable, equal by value.</summary>
public sealed class CompetingRisksSample : IEquatable<CompetingRisksSample>
{
    internal CompetingRisksSample(SortedTimes[] times)
    {
        ByCause = times;
        LargestTime = times.Max(entry => entry.Largest);
    }

    /// <summary>How many ways of ending there are, at least 1; they are numbered from 1.</summary>
    public int CauseCount => ByCause.Length - 1;

    /// <summary>How many cases there are, not negative.</summary>
    public long Count => ByCause.Sum(times => times.Total);

    /// <summary>How many were last seen going on.</summary>
    public long Censored => ByCause[0].Total;

    /// <summary>The largest time at which a case was seen: beyond it nothing is known; <see langword="null"/> without cases.</summary>
    public double? LargestTime { get; }

    /// <summary>Times of the cases still going on (entry 0) and of those that ended by each cause.</summary>
    internal SortedTimes[] ByCause { get; }

    /// <summary>Takes cases.</summary>
    /// <param name="times">The time of each case from its start to its end or to the end of its observation, finite and not negative, all in one unit.</param>
    /// <param name="causes">For each case how it ended, from 1 to <paramref name="causeCount"/>; 0 for a case that was still going on.</param>
    /// <param name="causeCount">How many ways of ending there are, at least 1.</param>
    /// <exception cref="ArgumentException">There are not as many causes as times.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative or not finite, there is no such cause, or <paramref name="causeCount"/> is not positive.</exception>
    public static CompetingRisksSample Of(ReadOnlySpan<double> times, ReadOnlySpan<int> causes, int causeCount = 2)
    {
        if (times.Length != causes.Length) throw new ArgumentException($"There are {times.Length} times and {causes.Length} causes: give one of each for every case.", nameof(causes));
        CompetingRisksCounts counts = new(causeCount);
        for (int i = 0; i < times.Length; i++)
        {
            if (!SurvivalTime.IsValid(times[i])) SurvivalTime.Check(times[i], nameof(times), SurvivalTime.At(i));
            CheckCause(causes[i], causeCount, nameof(causes), i);
            counts.Add(times[i], causes[i]);
        }

        return counts.TakeSample();
    }

    /// <summary>How many cases ended in a way.</summary>
    /// <param name="cause">The cause, from 1 to <see cref="CauseCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cause.</exception>
    public long Events(int cause)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cause, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cause, CauseCount);
        return ByCause[cause].Total;
    }

    /// <summary>Whether the other sample counts the same cases.</summary>
    /// <param name="other">Another sample.</param>
    public bool Equals(CompetingRisksSample? other)
    {
        if (other is null || other.CauseCount != CauseCount) return false;
        for (int i = 0; i < ByCause.Length; i++)
            if (!ByCause[i].SameAs(other.ByCause[i])) return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CompetingRisksSample);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(CauseCount, Count, Censored, LargestTime);

    internal static void CheckCause(int cause, int causeCount, string name, int index)
    {
        if (cause < 0 || cause > causeCount)
            throw new ArgumentOutOfRangeException(name, cause, string.Create(CultureInfo.InvariantCulture, $"Case {index} (counted from 0) ended by cause {cause}; causes are numbered from 1 to {causeCount}, and 0 is a case still going on."));
    }
}
