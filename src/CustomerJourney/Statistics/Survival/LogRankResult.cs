namespace CustomerJourney.Statistics.Survival;

/// <summary>The result of a comparison of survival curves.</summary>
public sealed class LogRankResult
{
    internal LogRankResult(TestResult? test, int degreesOfFreedom, IReadOnlyList<LogRankGroup> groups, IReadOnlyList<string> warnings) =>
        (Test, DegreesOfFreedom, Groups, Warnings) = (test, degreesOfFreedom, groups, warnings);

    /// <summary>The chi-square test that all groups have the same curve; <see langword="null"/> when no event fell into a time at which two groups were at risk.</summary>
    public TestResult? Test { get; }

    /// <summary>The degrees of freedom: one fewer than the groups that can be compared; 0 without a test.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>The groups, in the order given.</summary>
    public IReadOnlyList<LogRankGroup> Groups { get; }

    /// <summary>What to know before reading the test: groups with fewer than 10 events, groups that cannot be compared. Empty when there is nothing to say.</summary>
    public IReadOnlyList<string> Warnings { get; }
}
