namespace CustomerJourney.Statistics;

/// <summary>The counts of two independent groups, checked, with what the methods for their difference have in common.</summary>
internal readonly record struct TwoShares(double BaselineHits, double BaselineTotal, double CandidateHits, double CandidateTotal)
{
    public bool IsEmpty => BaselineTotal == 0 || CandidateTotal == 0;

    public double Baseline => BaselineHits / BaselineTotal;

    public double Candidate => CandidateHits / CandidateTotal;

    public double Difference => Candidate - Baseline;

    public double Total => BaselineTotal + CandidateTotal;

    public double UnpooledVariance => Baseline * (1 - Baseline) / BaselineTotal + Candidate * (1 - Candidate) / CandidateTotal;

    public double PooledVariance
    {
        get
        {
            double pooled = (BaselineHits + CandidateHits) / Total;
            return pooled * (1 - pooled) * (1 / BaselineTotal + 1 / CandidateTotal);
        }
    }

    /// <summary>The smallest count that a cell of the 2 × 2 table would have if both shares were the same.</summary>
    public double SmallestExpected
    {
        get
        {
            double hits = BaselineHits + CandidateHits;
            return Math.Min(hits, Total - hits) * (Math.Min(BaselineTotal, CandidateTotal) / Total);
        }
    }

    public static TwoShares Of(long baselineHits, long baselineTotal, long candidateHits, long candidateTotal)
    {
        Domain.CheckShare(baselineHits, baselineTotal);
        Domain.CheckShare(candidateHits, candidateTotal);
        return new TwoShares(baselineHits, baselineTotal, candidateHits, candidateTotal);
    }

    public Estimate Estimate(double lower, double upper, double level, string method, bool clip = true) => new()
    {
        Value = Difference,
        Lower = clip ? Math.Max(-1, lower) : lower,
        Upper = clip ? Math.Min(1, upper) : upper,
        N = (long)Total,
        Level = level,
        Method = method,
    };
}
