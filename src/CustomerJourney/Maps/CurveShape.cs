using CustomerJourney.Statistics;

namespace CustomerJourney.Maps;

/// <summary>The shape of a curve: pure functions of the moments whose emotion is known, in journey order.</summary>
internal static class CurveShape
{
    /// <summary>The greatest |v|; ties negative, then the first.</summary>
    public static EmotionMoment? Peak(IReadOnlyList<EmotionMoment> known) =>
        known.OrderByDescending(moment => Math.Abs(moment.Value!.Value)).ThenBy(moment => moment.Value).FirstOrDefault();

    public static double? MeanOverTime(IReadOnlyList<EmotionMoment> known) =>
        known.Any(moment => moment.Touchpoint.ExpectedDuration is null) ? null : Weighted.Mean(known.Select(moment => (moment.Value!.Value, Middle(moment.Touchpoint.ExpectedDuration!.Value))));

    /// <summary>Σ(x − x̄)(y − ȳ) / Σ(x − x̄)², x the place on the curve.</summary>
    public static double? Slope(IReadOnlyList<EmotionMoment> known)
    {
        if (known.Count < 2) return null;
        double meanPlace = known.Average(moment => moment.Place);
        ExactSum products = new(), squares = new();
        foreach (EmotionMoment moment in known)
        {
            double distance = moment.Place - meanPlace;
            products.AddProduct(distance, moment.Value!.Value);
            squares.AddProduct(distance, distance);
        }

        return products.ToDouble() / squares.ToDouble();
    }

    public static EmotionDrop? LargestDrop(IReadOnlyList<EmotionMoment> known) =>
        known.Zip(known.Skip(1), (from, to) => new EmotionDrop { From = from, To = to, Change = to.Value!.Value - from.Value!.Value })
            .Where(drop => drop.Change < 0)
            .MinBy(drop => drop.Change);

    public static int SignChanges(IEnumerable<double> values)
    {
        int[] signs = [.. values.Select(Math.Sign).Where(sign => sign != 0)];
        return signs.Zip(signs.Skip(1)).Count(pair => pair.First != pair.Second);
    }

    /// <summary>In seconds; the ends are halved first, since two of the longest durations do not add up.</summary>
    private static double Middle(DurationRange duration) => (duration.Shortest.TotalSeconds / 2) + (duration.Longest.TotalSeconds / 2);
}
