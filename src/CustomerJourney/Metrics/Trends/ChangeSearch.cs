namespace CustomerJourney.Metrics.Trends;

/// <summary>
/// Looks for the place where the level of a series changed. A change must not rest on a single period: one that stands out is an event and no new level.
/// </summary>
internal static class ChangeSearch
{
    // More than so many periods that stand out are no exceptions.
    private const int MostExceptionsShare = 4;

    /// <summary>
    /// The best place of a change within the usable periods from <paramref name="first"/> to before <paramref name="end"/>, counted among them, and its p-value: that of the best place of all,
    /// times the number of places of the whole series (Bonferroni's bound). Null where no place leaves long enough levels on both sides.
    /// </summary>
    /// <remarks>
    /// Where leaving out one period makes the change insignificant, the search is done again without that period. The p-value is never smaller than that of the first search, so no false alarm is added.
    /// </remarks>
    public static (int Place, double PValue)? Best(TrendSeries series, int first, int end, TrendOptions options)
    {
        List<int> periods = [.. Enumerable.Range(first, Math.Max(0, end - first)).Where(i => series.IsComparable(series.Usable[i]))];
        int places = Math.Max(0, series.Usable.Count - (2 * options.ShortestLevel) + 1);
        double atLeast = 0;
        int exceptions = periods.Count / MostExceptionsShare;
        while (Search(series, periods, options.ShortestLevel) is { } best)
        {
            double p = Math.Max(atLeast, Math.Min(1, places * best.PValue));
            int place = periods[best.Place];
            if (p > options.Alpha || options.ShortestLevel == 1) return (place, p);
            (int mover, double without) = MostNeeded(series, periods, best.Place);
            double lasting = Math.Min(1, places * without);
            if (lasting <= options.Alpha) return (place, p);
            if (exceptions-- == 0) return (place, Math.Max(p, lasting));
            atLeast = p;
            periods.RemoveAt(mover);
        }

        return atLeast > 0 ? (first, 1) : null;
    }

    private static (int Place, double PValue)? Search(TrendSeries series, List<int> periods, int shortest)
    {
        (int Place, double PValue)? best = null;
        int[] run = Run(series, periods);
        for (int place = shortest; place <= run.Length - shortest; place++)
        {
            if (series.PValueOfChange(run, place) is not { } p) continue;
            if (series.IsCleanBreak(run, place)) return (place, p);
            if (!(p >= best?.PValue)) best = (place, p);
        }

        return best;
    }

    /// <summary>The period without which a change is least significant, and its p-value then; 1 where nothing can be said without it.</summary>
    private static (int Index, double PValue) MostNeeded(TrendSeries series, List<int> periods, int place)
    {
        (int Index, double PValue) most = (0, -1);
        for (int i = 0; i < periods.Count; i++)
        {
            List<int> others = [.. periods];
            others.RemoveAt(i);
            double p = series.PValueOfChange(Run(series, others), i < place ? place - 1 : place) ?? 1;
            if (p > most.PValue) most = (i, p);
        }

        return most;
    }

    private static int[] Run(TrendSeries series, List<int> periods) => [.. periods.Select(i => series.Usable[i])];
}
