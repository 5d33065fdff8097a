namespace CustomerJourney.Statistics;

/// <summary>The result of a significance test; two-sided, except where a one-sided one was asked for.</summary>
public sealed record TestResult
{
    /// <summary>The test statistic (z, t, chi-square, U, D or H, as <see cref="Method"/> says); 0 for an exact test that has none.</summary>
    public required double Statistic { get; init; }

    /// <summary>The p-value, 0…1, of this test alone.</summary>
    public required double PValue { get; init; }

    /// <summary>The p-value after the correction for the number of tests made, 0…1; equal to <see cref="PValue"/> for a single test.</summary>
    public required double AdjustedPValue { get; init; }

    /// <summary>The name of the test, for example "pooled z" or "Fisher exact".</summary>
    public required string Method { get; init; }

    /// <summary>The result of a test that stands alone: the adjusted p-value is the p-value.</summary>
    internal static TestResult Single(double statistic, double pValue, string method)
    {
        double capped = Math.Min(1, pValue);
        return new TestResult { Statistic = statistic, PValue = capped, AdjustedPValue = capped, Method = method };
    }
}
