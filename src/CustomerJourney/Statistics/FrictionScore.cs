namespace CustomerJourney.Statistics;

/// <summary>
/// Signs of frustration in a session, weighed and taken per minute. There is no standard for such a score: it is comparable only under one version of its weights, and should be
/// checked against what customers say (their effort score) before anything is decided by it.
/// </summary>
public static class FrictionScore
{
    /// <summary>Σ weight · signs / minutes.</summary>
    /// <param name="signals">What was counted in the session.</param>
    /// <param name="minutes">How long the session took, in minutes, finite and not negative.</param>
    /// <param name="weights">What each sign weighs.</param>
    /// <returns>The score, at least 0, more is worse; <see langword="null"/> for a session of no length, which has no rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="signals"/> or <paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minutes"/> is negative or not finite.</exception>
    public static double? PerMinute(FrictionSignals signals, double minutes, FrictionWeights weights)
    {
        ArgumentNullException.ThrowIfNull(signals);
        ArgumentNullException.ThrowIfNull(weights);
        Domain.CheckFinite(minutes);
        ArgumentOutOfRangeException.ThrowIfNegative(minutes);
        if (minutes == 0) return null;
        double sum = signals.RageClicks * weights.RageClick + signals.DeadClicks * weights.DeadClick + signals.Errors * weights.Error + signals.Reversals * weights.Reversal;
        return sum / minutes;
    }

    /// <summary>How often somebody clicked one target again and again in a short time: each unbroken run of such clicks counts once, however long it is.</summary>
    /// <param name="times">When each click came, in seconds, ascending.</param>
    /// <param name="targets">The number of what each click was on.</param>
    /// <param name="clicks">How many clicks on one target make it rage, at least 2.</param>
    /// <param name="window">Within how many seconds they come, from the first to the last; positive.</param>
    /// <returns>The number of runs, not negative.</returns>
    /// <exception cref="ArgumentException">There are not as many targets as times, or times do not ascend.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is not finite, <paramref name="clicks"/> is below 2, or <paramref name="window"/> is not positive and finite.</exception>
    public static long CountRageClicks(ReadOnlySpan<double> times, ReadOnlySpan<int> targets, int clicks = 3, double window = 1)
    {
        if (times.Length != targets.Length) throw new ArgumentException($"There are {times.Length} times and {targets.Length} targets: give one of each for every click.", nameof(targets));
        ArgumentOutOfRangeException.ThrowIfLessThan(clicks, 2);
        Domain.CheckPositive(window);
        Domain.CheckFinite(window);
        Domain.CheckAllFinite(times);
        long runs = 0;
        bool raging = false;
        for (int i = 0, start = 0; i < times.Length; i++)
        {
            if (i > 0 && times[i] < times[i - 1]) throw new ArgumentException($"Click {i} comes before the one before it: give clicks in the order of their times.", nameof(times));
            if (targets[i] != targets[start]) (start, raging) = (i, false);
            bool enough = i - start + 1 >= clicks && times[i] - times[i - clicks + 1] <= window;
            if (enough && !raging) runs++;
            raging = enough;
        }

        return runs;
    }
}
