namespace CustomerJourney.Statistics;

/// <summary>What is believed about a net share after seeing the answers, starting from a Dirichlet prior on the three shares.</summary>
/// <remarks>Moments of the Dirichlet distribution: A. Gelman et al., Bayesian Data Analysis (2013), appendix A.</remarks>
public sealed record NetSharePosterior
{
    private NetSharePosterior()
    {
    }

    /// <summary>The posterior mean of the net share, −1…1.</summary>
    public required double Mean { get; init; }

    /// <summary>The posterior standard deviation of the net share, above 0.</summary>
    public required double StandardDeviation { get; init; }

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
        return new NetSharePosterior { Mean = counts.Net, StandardDeviation = Math.Sqrt(counts.Variance / (counts.Total + 1)) };
    }
}
