namespace CustomerJourney.Statistics;

/// <summary>The two-sided p-value of an exact test on counts: the probability of all outcomes that are at most as likely as the one observed.</summary>
/// <remarks>
/// Outcomes count as equally likely within a factor of 1 + 1e-7, as in R, because rounding must not split equal ones. The probabilities fall on
/// either side of the mode, so the far end of the other side is found by bisection and both ends are tails: no sum over all outcomes.
/// </remarks>
internal static class ExactTwoSided
{
    private const double Tie = 1 + 1e-7;

    public static double PValue(
        long observed, (long First, long Mode, long Last) range, Func<long, double> probability, Func<long, double> atMost, Func<long, double> above)
    {
        double own = probability(observed) * Tie;
        if (probability(range.Mode) <= own) return 1;
        if (observed < range.Mode)
        {
            long likely = range.Mode, rare = range.Last + 1;
            while (rare - likely > 1)
            {
                long middle = likely + (rare - likely) / 2;
                if (probability(middle) <= own) rare = middle;
                else likely = middle;
            }

            return Math.Min(1, atMost(observed) + above(rare - 1));
        }
        else
        {
            long likely = range.Mode, rare = range.First - 1;
            while (likely - rare > 1)
            {
                long middle = rare + (likely - rare) / 2;
                if (probability(middle) <= own) rare = middle;
                else likely = middle;
            }

            return Math.Min(1, above(observed - 1) + atMost(rare));
        }
    }
}
