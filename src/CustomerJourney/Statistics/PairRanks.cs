namespace CustomerJourney.Statistics;

/// <summary>Two groups ranked together: how often a value of the candidate is above one of the baseline.</summary>
internal sealed class PairRanks
{
    private PairRanks(long baseline, long candidate, long[] doubledRanks, double tieSum)
    {
        Baseline = baseline;
        Candidate = candidate;
        DoubledRanks = doubledRanks;
        TieSum = tieSum;
        long sum = 0;
        for (long i = baseline; i < doubledRanks.Length; i++) sum += doubledRanks[i];
        DoubledU = sum - candidate * (candidate + 1);
    }

    public long Baseline { get; }

    public long Candidate { get; }

    /// <summary>Twice the ranks in the pooled values, the baseline first.</summary>
    public long[] DoubledRanks { get; }

    public double TieSum { get; }

    /// <summary>Twice the number of pairs in which the candidate is larger, ties counted half.</summary>
    public long DoubledU { get; }

    public double Pairs => (double)Baseline * Candidate;

    public double CandidateShare => DoubledU / 2.0 / Pairs;

    /// <summary>The ranks, or null when a group is empty.</summary>
    public static PairRanks? Of(ReadOnlySpan<double> baseline, ReadOnlySpan<double> candidate)
    {
        Domain.CheckAllFinite(baseline);
        Domain.CheckAllFinite(candidate);
        if (baseline.IsEmpty || candidate.IsEmpty) return null;
        (long[] ranks, double tieSum) = Ranks.Of([.. baseline, .. candidate]);
        return new PairRanks(baseline.Length, candidate.Length, ranks, tieSum);
    }
}
