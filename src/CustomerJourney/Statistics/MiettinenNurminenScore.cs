namespace CustomerJourney.Statistics;

/// <summary>The lower limit of the Miettinen-Nurminen interval.</summary>
internal static class MiettinenNurminenScore
{
    // The only difference below the observed one whose score statistic is z, by halving: the statistic falls as the difference grows.
    public static double Lower(TwoShares shares, double z)
    {
        double low = -1, high = shares.Difference;
        if (high == -1) return -1;
        while (true)
        {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) return middle;
            if (shares.Difference - middle > z * Math.Sqrt(Variance(shares, middle))) low = middle;
            else high = middle;
        }
    }

    // The variance at the most likely shares p and p + difference (the paper's closed form of the cubic's root).
    private static double Variance(TwoShares shares, double difference)
    {
        double nA = shares.BaselineTotal, nB = shares.CandidateTotal, n = shares.Total;
        double hits = shares.BaselineHits + shares.CandidateHits;
        double c2 = (nB + 2 * nA) * difference - n - hits;
        double c1 = (nA * difference - n - 2 * shares.BaselineHits) * difference + hits;
        double c0 = shares.BaselineHits * difference * (1 - difference);
        double third = c2 / (3 * n);
        double q = third * third * third - c1 * c2 / (6 * n * n) + c0 / (2 * n);
        double p = Math.CopySign(Math.Sqrt(Math.Max(0, third * third - c1 / (3 * n))), q);
        double cosine = p == 0 ? 0 : Math.Clamp(q / (p * p * p), -1, 1);
        double baseline = 2 * p * Math.Cos((Math.PI + Math.Acos(cosine)) / 3) - third;
        baseline = Math.Clamp(baseline, Math.Max(0, -difference), Math.Min(1, 1 - difference));
        double candidate = Math.Clamp(baseline + difference, 0, 1);
        return (baseline * (1 - baseline) / nA + candidate * (1 - candidate) / nB) * n / (n - 1);
    }
}
