using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Trends;

/// <summary>
/// Single figures of one variance, each of a season that has a mean of its own: Student's t for one figure against others, and for the figures after a place against those before.
/// With one season these are the usual two-sample t tests.
/// </summary>
internal static class SeasonedValues
{
    /// <summary>One figure against others of its season, the spread by the others of all seasons; null where there are too few.</summary>
    public static double? PValue(double value, int season, IReadOnlyList<(double Value, int Season)> others)
    {
        double squares = 0;
        int freedom = 0, alike = 0;
        double mean = 0;
        foreach (IGrouping<int, double> group in others.GroupBy(other => other.Season, other => other.Value))
        {
            MeanSample sample = MeanSample.Of([.. group]);
            squares += sample.SquaredDeviations;
            freedom += (int)sample.Count - 1;
            if (group.Key == season) (alike, mean) = ((int)sample.Count, sample.Value!.Value);
        }

        if (alike == 0 || freedom < 1 || squares == 0) return null;
        double error = Math.Sqrt(squares / freedom * (1 + (1.0 / alike)));
        return StudentTDistribution.TwoSided((value - mean) / error, freedom);
    }

    /// <summary>The figures from a place on against those before it, season by season; null where no season stands on both sides or nothing varies.</summary>
    public static double? PValue(ReadOnlySpan<double> values, ReadOnlySpan<int> seasons, int place)
    {
        Dictionary<int, (List<double> Before, List<double> After)> groups = [];
        for (int i = 0; i < values.Length; i++)
        {
            if (!groups.TryGetValue(seasons[i], out (List<double> Before, List<double> After) group)) groups.Add(seasons[i], group = ([], []));
            (i < place ? group.Before : group.After).Add(values[i]);
        }

        double squares = 0, weights = 0, shift = 0;
        int freedom = 0;
        foreach ((List<double> beforeValues, List<double> afterValues) in groups.OrderBy(group => group.Key).Select(group => group.Value))
        {
            MeanSample before = MeanSample.Of(beforeValues.ToArray()), after = MeanSample.Of(afterValues.ToArray());
            squares += before.SquaredDeviations + after.SquaredDeviations;
            freedom += (int)Math.Max(0, before.Count - 1) + (int)Math.Max(0, after.Count - 1);
            if (before.Value is not { } level || after.Value is not { } next) continue;
            double weight = (double)before.Count * after.Count / (before.Count + after.Count);
            weights += weight;
            shift += weight * (next - level);
        }

        if (weights == 0 || freedom < 1 || squares == 0) return null;
        return StudentTDistribution.TwoSided(shift / Math.Sqrt(weights * squares / freedom), freedom);
    }
}
