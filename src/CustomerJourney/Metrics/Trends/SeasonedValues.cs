using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Trends;

/// <summary>
/// Single figures of one variance, each of a season that has a mean of its own: Student's t for one figure against others, and for the figures after a place against those before.
/// With one season these are the usual two-sample t tests.
/// </summary>
internal static class SeasonedValues
{
    /// <summary>One figure against others of its season, the spread by the others of all seasons; null where there are too few.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="season">Its season.</param>
    /// <param name="others">The others.</param>
    /// <param name="least">The least variance that figures can have; null where nothing can be said if the others do not vary.</param>
    public static double? PValue(double value, int season, IReadOnlyList<(double Value, int Season)> others, double? least = null)
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

        return alike == 0 ? null : Test(value - mean, 1 + (1.0 / alike), squares, freedom, least);
    }

    /// <summary>The figures from a place on against those before it, season by season; null where no season stands on both sides.</summary>
    /// <param name="values">The figures.</param>
    /// <param name="seasons">Their seasons.</param>
    /// <param name="place">The first figure after the change.</param>
    /// <param name="least">The least variance that figures can have; null where nothing can be said if nothing varies.</param>
    public static double? PValue(ReadOnlySpan<double> values, ReadOnlySpan<int> seasons, int place, double? least = null)
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

        return weights == 0 ? null : Test(shift / weights, 1 / weights, squares, freedom, least);
    }

    /// <summary>Student's t of a difference whose variance is so many times that of a figure. Where figures cannot vary, any difference is one.</summary>
    private static double? Test(double difference, double times, double squares, int freedom, double? least)
    {
        if (freedom < 1 || (squares == 0 && least is null)) return null;
        double variance = Math.Max(squares / freedom, least ?? 0);
        return variance == 0 ? (difference == 0 ? 1 : 0) : StudentTDistribution.TwoSided(difference / Math.Sqrt(times * variance), freedom);
    }
}
