using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Trends;

/// <summary>Samples of periods after a place against those before it, season by season, so that a season that stands more often on one side makes no difference.</summary>
internal static class SeasonedSamples
{
    // The normal approximation of the combined test needs some observations on either side.
    private const long FewestOnASide = 30;

    /// <summary>The two-sided p-value of no change; with one season that of <see cref="Samples.PValue"/>. Null where the samples cannot tell.</summary>
    /// <remarks>The differences of the seasons weighted by their information, as in W. G. Cochran, Biometrics 10 (1954).</remarks>
    public static double? PValue(ReadOnlySpan<Sample> samples, ReadOnlySpan<int> seasons, int place)
    {
        SortedDictionary<int, (List<Sample> Before, List<Sample> After)> groups = [];
        for (int i = 0; i < samples.Length; i++)
        {
            if (!groups.TryGetValue(seasons[i], out (List<Sample> Before, List<Sample> After) group)) groups.Add(seasons[i], group = ([], []));
            (i < place ? group.Before : group.After).Add(samples[i]);
        }

        (Sample? Before, Sample? After, double? Variance)[] pooled =
            [.. groups.Values.Select(group => (Samples.Pool(group.Before), Samples.Pool(group.After), groups.Count == 1 ? null : Samples.Variance([.. group.Before, .. group.After])))];
        if (pooled.Length == 1) return pooled[0] is ({ } only, { } rest, _) ? Samples.PValue(only, rest) : null;

        double information = 0, shift = 0;
        long countBefore = 0, countAfter = 0;
        foreach ((Sample? before, Sample? after, double? variance) in pooled)
        {
            if (before?.Value is not { } level || after?.Value is not { } next || variance is not > 0) continue;
            double errorBefore = Samples.Error(before, variance.Value), errorAfter = Samples.Error(after, variance.Value);
            double weight = 1 / ((errorBefore * errorBefore) + (errorAfter * errorAfter));
            information += weight;
            shift += weight * (next - level);
            countBefore += before.Count;
            countAfter += after.Count;
        }

        if (information == 0 || Math.Min(countBefore, countAfter) < FewestOnASide) return null;
        return 2 * NormalDistribution.UpperTail(Math.Abs(shift) / Math.Sqrt(information));
    }
}
