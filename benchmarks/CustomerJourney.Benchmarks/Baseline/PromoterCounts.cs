namespace CustomerJourney.Benchmarks.Baseline;

internal readonly record struct PromoterCounts(long Promoters, long Passives, long Detractors)
{
    public static PromoterCounts Of(IEnumerable<int> scores)
    {
        long promoters = 0, passives = 0, detractors = 0;
        foreach (int score in scores)
        {
            if (score >= 9) promoters++;
            else if (score >= 7) passives++;
            else detractors++;
        }

        return new(promoters, passives, detractors);
    }
}
