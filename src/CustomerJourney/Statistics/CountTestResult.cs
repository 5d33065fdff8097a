namespace CustomerJourney.Statistics;

/// <summary>A chi-square test of counts, with what says whether the chi-square distribution is a fair reference for it.</summary>
public sealed record CountTestResult
{
    /// <summary>The test; its statistic is the chi-square or G statistic.</summary>
    public required TestResult Test { get; init; }

    /// <summary>The degrees of freedom, at least 1.</summary>
    public required long DegreesOfFreedom { get; init; }

    /// <summary>The smallest count that was expected in a cell, above 0.</summary>
    public required double SmallestExpected { get; init; }

    /// <summary>The share of the cells in which fewer than 5 were expected, 0…1.</summary>
    public required double ShareBelowFive { get; init; }

    /// <summary>Whether Cochran's rule warns: fewer than 5 expected in more than a fifth of the cells, or fewer than 1 in any. Then the p-value is rough; merge cells or use an exact test.</summary>
    /// <remarks>W. G. Cochran, "Some methods for strengthening the common χ² tests", Biometrics 10 (1954).</remarks>
    public bool HasSmallCells => ShareBelowFive > 0.2 || SmallestExpected < 1;

    internal static CountTestResult Of(double statistic, long degreesOfFreedom, IReadOnlyCollection<double> expected, string method) => new()
    {
        Test = TestResult.Single(statistic, ChiSquareDistribution.UpperTail(statistic, degreesOfFreedom), method),
        DegreesOfFreedom = degreesOfFreedom,
        SmallestExpected = expected.Min(),
        ShareBelowFive = (double)expected.Count(count => count < 5) / expected.Count,
    };
}
