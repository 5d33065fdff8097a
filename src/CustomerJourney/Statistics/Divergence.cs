namespace CustomerJourney.Statistics;

/// <summary>
/// How far one distribution over categories is from another. Distributions are given by the weight of every category, in the same order on both sides:
/// counts or probabilities, finite and not negative, of which only the shares matter.
/// </summary>
/// <remarks>T. M. Cover and J. A. Thomas, Elements of Information Theory (2006), chapter 2.</remarks>
public static class Divergence
{
    /// <summary>The Kullback–Leibler divergence Σ p·ln(p/q) in nats: 0 where both are the same, infinite where p has something in a category in which q has nothing. Not symmetric.</summary>
    /// <param name="p">The distribution that is measured.</param>
    /// <param name="q">The distribution from which it is measured.</param>
    /// <returns>The divergence, at least 0 and possibly infinite; <see langword="null"/> when all weights of a side are 0 or there are none.</returns>
    /// <exception cref="ArgumentException">The sides do not have as many categories.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite.</exception>
    /// <remarks>S. Kullback and R. A. Leibler, Annals of Mathematical Statistics 22 (1951).</remarks>
    public static double? KullbackLeibler(ReadOnlySpan<double> p, ReadOnlySpan<double> q) =>
        Shares(p, q) is var (first, second) ? Nats(first, second) : null;

    /// <summary>The Jensen–Shannon divergence in bits, 0…1: the mean divergence of both sides from their mean. Symmetric and never infinite.</summary>
    /// <inheritdoc cref="KullbackLeibler"/>
    /// <param name="p">One distribution.</param>
    /// <param name="q">The other.</param>
    /// <returns>The divergence, 0…1; <see langword="null"/> when all weights of a side are 0 or there are none.</returns>
    /// <remarks>J. Lin, "Divergence measures based on the Shannon entropy", IEEE Transactions on Information Theory 37 (1991).</remarks>
    public static double? JensenShannon(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        if (Shares(p, q) is not var (first, second)) return null;
        double[] middle = [.. first.Zip(second, (a, b) => a / 2 + b / 2)];
        return Math.Min(1, (Nats(first, middle) + Nats(second, middle)) / 2 / Math.Log(2));
    }

    private static (double[] First, double[] Second)? Shares(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        if (p.Length != q.Length)
            throw new ArgumentException($"One side has {p.Length} categories and the other {q.Length}: list the same categories on both, empty ones with weight 0.", nameof(q));
        double[]? first = Weights.Shares(p, nameof(p)), second = Weights.Shares(q, nameof(q));
        return first is null || second is null ? null : (first, second);
    }

    private static double Nats(double[] p, double[] q)
    {
        ExactSum sum = new();
        for (int i = 0; i < p.Length; i++)
        {
            if (p[i] == 0) continue;
            if (q[i] == 0) return double.PositiveInfinity;

            // As a difference of logarithms where the ratio would leave the range of doubles.
            double ratio = p[i] / q[i];
            sum.Add(p[i] * (double.IsNormal(ratio) ? Math.Log(ratio) : Math.Log(p[i]) - Math.Log(q[i])));
        }

        return Math.Max(0, sum.ToDouble());
    }
}
