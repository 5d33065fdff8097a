namespace CustomerJourney.Statistics;

public static partial class NetShareInterval
{
    private const long ConvolutionLimit = 20_000;

    /// <summary>
    /// The percentile bootstrap interval without randomness: the quantiles of the distribution that the net share of n answers drawn with
    /// replacement has. Has no width when all answers are equal.
    /// </summary>
    /// <inheritdoc cref="Wald"/>
    /// <remarks>
    /// Up to 20,000 answers the distribution is computed in full, by convolution. Above that its quantiles come from the Cornish-Fisher expansion
    /// with the skewness term, rounded up to the next possible value, and are right to one step (1/n).
    /// B. Efron &amp; R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
    /// </remarks>
    public static Estimate? PercentileBootstrap(long positive, long neutral, long negative, double level = 0.95)
    {
        NetCounts counts = NetCounts.Of(positive, neutral, negative);
        Domain.CheckLevel(level);
        if (counts.Total == 0) return null;
        double tail = (1 - level) / 2;
        (double lower, double upper) = counts.Variance == 0 ? (counts.Net * counts.Total, counts.Net * counts.Total)
            : counts.Total <= ConvolutionLimit ? LatticeQuantiles.Of(counts, (long)counts.Total, tail)
            : (CornishFisher(counts, tail), CornishFisher(counts, 1 - tail));
        return Make(counts, (lower / counts.Total, upper / counts.Total), level, "percentile bootstrap");
    }

    private static double CornishFisher(NetCounts counts, double probability)
    {
        double n = counts.Total, net = counts.Net, variance = counts.Variance;
        double thirdMoment = net - 3 * net * (variance + net * net) + 2 * net * net * net;
        double skewness = thirdMoment / (variance * Math.Sqrt(variance * n));
        double z = NormalDistribution.Quantile(probability);
        double quantile = n * net + Math.Sqrt(n * variance) * (z + skewness * (z * z - 1) / 6);
        return Math.Clamp(Math.Ceiling(quantile - 0.5), -n, n);
    }

    /// <summary>The distribution of a sum of n independent indicators −1, 0, +1 over a window of whole numbers.</summary>
    private sealed class LatticeQuantiles
    {
        // What is cut from either end at each convolution: far below the tails asked for.
        private const double Negligible = 1e-20;

        // Probabilities that are equal on paper differ by rounding; a quantile must not jump a step for that.
        private const double Tie = 1e-12;

        private readonly double[] _probabilities;
        private readonly long _first;

        private LatticeQuantiles(double[] probabilities, long first)
        {
            int start = 0, end = probabilities.Length;
            while (end - start > 1 && probabilities[start] < Negligible) start++;
            while (end - start > 1 && probabilities[end - 1] < Negligible) end--;
            _probabilities = probabilities[start..end];
            _first = first + start;
        }

        public static (double Lower, double Upper) Of(NetCounts counts, long n, double tail)
        {
            double neutral = counts.Total - counts.Positive - counts.Negative;
            LatticeQuantiles one = new([counts.Negative / counts.Total, neutral / counts.Total, counts.Positive / counts.Total], -1);
            LatticeQuantiles sum = one;
            for (int bit = 62 - System.Numerics.BitOperations.LeadingZeroCount((ulong)n); bit >= 0; bit--)
            {
                sum = sum.Plus(sum);
                if ((n >> bit & 1) == 1) sum = sum.Plus(one);
            }

            return (sum.Quantile(tail), sum.Quantile(1 - tail));
        }

        private LatticeQuantiles Plus(LatticeQuantiles other)
        {
            double[] result = new double[_probabilities.Length + other._probabilities.Length - 1];
            for (int i = 0; i < _probabilities.Length; i++)
                for (int j = 0; j < other._probabilities.Length; j++)
                    result[i + j] += _probabilities[i] * other._probabilities[j];
            return new LatticeQuantiles(result, _first + other._first);
        }

        // The smallest value whose cumulative probability reaches the one asked for.
        private double Quantile(double probability)
        {
            double sum = 0;
            for (int i = 0; i < _probabilities.Length; i++)
            {
                sum += _probabilities[i];
                if (sum >= probability - Tie) return _first + i;
            }

            return _first + _probabilities.Length - 1;
        }
    }
}
