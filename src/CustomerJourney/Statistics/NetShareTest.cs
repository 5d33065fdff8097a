namespace CustomerJourney.Statistics;

/// <summary>Tests of one net share.</summary>
public static class NetShareTest
{
    /// <summary>The z test of a net share against a fixed benchmark, with the adjusted Wald figures (¾ of an answer to either end, 3 answers in all).</summary>
    /// <param name="sample">The answers.</param>
    /// <param name="benchmark">The net share to compare with, −1…1.</param>
    /// <param name="alternative">What the test is against; <see cref="Alternative.Greater"/> means that the net share is above the benchmark.</param>
    /// <returns>The test, or <see langword="null"/> when there are no answers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sample"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="benchmark"/> is outside −1…1.</exception>
    /// <remarks>J. Lewis &amp; J. Sauro, "How to compare a net promoter score with a benchmark" (measuringu.com, 2021).</remarks>
    public static TestResult? AgainstBenchmark(NetSample sample, double benchmark, Alternative alternative = Alternative.Greater)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (!(benchmark >= -1 && benchmark <= 1)) throw new ArgumentOutOfRangeException(nameof(benchmark), benchmark, "A net share lies between -1 and 1; divide a net promoter score by 100.");
        Domain.CheckAlternative(alternative);
        if (sample.Count == 0) return null;
        NetCounts adjusted = sample.Counts.Adjusted;
        double z = (adjusted.Net - benchmark) / adjusted.StandardError;
        return TestResult.Single(z, Domain.NormalPValue(z, alternative), "adjusted z against a benchmark");
    }
}
