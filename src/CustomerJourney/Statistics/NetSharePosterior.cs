namespace CustomerJourney.Statistics;

/// <summary>What is believed about a net share after seeing the answers, starting from a Dirichlet prior on the three shares.</summary>
/// <remarks>
/// Moments of the Dirichlet distribution: A. Gelman et al., Bayesian Data Analysis (2013), appendix A. Of the three shares, the sum of both ends and the part of it that is
/// positive are independent beta variables, so that chances are one integral, which is computed and not simulated.
/// </remarks>
public sealed record NetSharePosterior
{
    private NetSharePosterior(NetCounts counts, long answers) => (Counts, N) = (counts, answers);

    /// <summary>How many answers were seen.</summary>
    public long N { get; }

    /// <summary>The posterior mean of the net share, −1…1.</summary>
    public required double Mean { get; init; }

    /// <summary>The posterior standard deviation of the net share, above 0.</summary>
    public required double StandardDeviation { get; init; }

    // The prior and the answers together.
    private NetCounts Counts { get; }

    /// <summary>Updates a symmetric Dirichlet prior with answers; without answers it is the prior.</summary>
    /// <param name="sample">The answers.</param>
    /// <param name="priorEach">What the prior counts for each of the three kinds of answers, above 0: 1 is uniform, ½ is Jeffreys' prior.</param>
    /// <exception cref="ArgumentNullException"><paramref name="sample"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="priorEach"/> is not above 0 and finite.</exception>
    public static NetSharePosterior Dirichlet(NetSample sample, double priorEach = 1)
    {
        ArgumentNullException.ThrowIfNull(sample);
        Domain.CheckPositive(priorEach);
        Domain.CheckFinite(priorEach);
        NetCounts counts = sample.Counts.Shift(priorEach, 3 * priorEach);
        return new NetSharePosterior(counts, sample.Count) { Mean = counts.Net, StandardDeviation = Math.Sqrt(counts.Variance / (counts.Total + 1)) };
    }

    /// <summary>The chance that the net share is above a figure, 0…1, accurate where it is tiny.</summary>
    /// <param name="netShare">The figure, −1…1; divide a net promoter score by 100.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="netShare"/> is outside −1…1.</exception>
    public double ProbabilityAbove(double netShare)
    {
        if (!(netShare >= -1 && netShare <= 1)) throw new ArgumentOutOfRangeException(nameof(netShare), netShare, "A net share lies between -1 and 1; divide a net promoter score by 100.");
        return netShare >= 0 ? Above(netShare, Counts.Positive, Counts.Negative) : 1 - Above(-netShare, Counts.Negative, Counts.Positive);
    }

    /// <summary>The credible interval with equal chances on both sides of it, and the posterior mean.</summary>
    /// <param name="level">The chance that the net share lies inside, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range.</exception>
    public Estimate Interval(double level = 0.95)
    {
        Domain.CheckLevel(level);
        double tail = (1 - level) / 2;
        return new Estimate
        {
            Value = Mean,
            Lower = -UpperLimit(tail, Counts.Negative, Counts.Positive),
            Upper = UpperLimit(tail, Counts.Positive, Counts.Negative),
            N = N,
            Level = level,
            Method = "Dirichlet posterior, equal tails",
        };
    }

    // The net share above which the chance is so much, by halving, with one end called positive.
    private double UpperLimit(double tail, double positive, double negative)
    {
        double low = -1, high = 1;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2, above = middle >= 0 ? Above(middle, positive, negative) : 1 - Above(-middle, negative, positive);
            if (above > tail) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    // P(s·(2w − 1) > net) for net ≥ 0: s, the share of both ends, is beta (positive + negative, neutral), and w, the positive part of it, is beta (positive, negative).
    // Over s from net to 1, on the logit scale of how far it has gone.
    private double Above(double net, double positive, double negative)
    {
        if (net >= 1) return 0;
        double ends = positive + negative, neutral = Counts.Total - ends, rest = 1 - net;
        double spread = 9 * Math.Sqrt(1 / ends + 1 / neutral), center = Math.Log(ends / neutral);
        double highest = Gone(center + spread), lowest = Gone(center - spread);
        return PeakIntegral.Of(
            t =>
            {
                double gone = 1 / (1 + Math.Exp(-t)), left = 1 / (1 + Math.Exp(t)), s = net + rest * gone;
                if (!(gone > 0 && left > 0)) return 0;
                double part = rest * gone / s;
                return IncompleteBeta.Front(ends, neutral, s, rest * left) * (gone / s) * IncompleteBeta.Tails(positive, negative, 1 - part / 2, part / 2).Upper;
            },
            double.IsNegativeInfinity(lowest) ? (double.IsNegativeInfinity(highest) ? -60 : highest - 40) : lowest,
            double.IsNegativeInfinity(highest) ? 0 : highest);

        // The logit of how far a share with this logit has gone from net to 1.
        double Gone(double logit)
        {
            double share = 1 / (1 + Math.Exp(-logit)), other = 1 / (1 + Math.Exp(logit));
            return share > net ? Math.Log((share - net) / other) : double.NegativeInfinity;
        }
    }
}
