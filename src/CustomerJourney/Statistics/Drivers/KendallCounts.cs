namespace CustomerJourney.Statistics.Drivers;

/// <summary>What Kendall's coefficient and its test need: pairs that agree less pairs that do not, and how many values are tied.</summary>
internal sealed class KendallCounts
{
    private readonly long _n;
    private readonly Ties _x;
    private readonly Ties _y;
    private readonly double _score;

    private KendallCounts(long n, Ties x, Ties y, double score) => (_n, _x, _y, _score) = (n, x, y, score);

    private double Pairs => _n * (_n - 1.0) / 2;

    /// <summary>Tau-b; null where a column has one value only.</summary>
    public double? TauB
    {
        get
        {
            double untied = (Pairs - _x.Pairs) * (Pairs - _y.Pairs);
            return untied > 0 ? Math.Clamp(_score / Math.Sqrt(untied), -1, 1) : null;
        }
    }

    public static KendallCounts Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        int n = x.Length;
        (double X, double Y)[] pairs = new (double, double)[n];
        for (int i = 0; i < n; i++) pairs[i] = (x[i], y[i]);
        Array.Sort(pairs);
        Ties tiedX = Ties.Of([.. pairs.Select(pair => pair.X)]);
        double tiedBoth = 0;
        for (int start = 0, i = 1; i <= n; i++)
        {
            if (i < n && pairs[i] == pairs[start]) continue;
            tiedBoth += (i - start) * (i - start - 1.0) / 2;
            start = i;
        }

        double[] values = [.. pairs.Select(pair => pair.Y)];
        double swaps = Swaps(values);
        Ties tiedY = Ties.Of(values);

        // All pairs, less those tied in either, are in order or swapped.
        double ordered = n * (n - 1.0) / 2 - tiedX.Pairs - tiedY.Pairs + tiedBoth;
        return new KendallCounts(n, tiedX, tiedY, ordered - 2 * swaps);
    }

    /// <summary>The test of no association; the ranks are those of the two columns.</summary>
    public TestResult Test(long[] x, long[] y)
    {
        double n = _n;
        double variance = (n * (n - 1) * (2 * n + 5) - _x.Cubic - _y.Cubic) / 18
            + 4 * _x.Pairs * _y.Pairs / (2 * n * (n - 1))
            + _x.Triples * _y.Triples / (9 * n * (n - 1) * (n - 2));
        double z = _score / Math.Sqrt(variance);
        return (RankPermutations.OfPairs(x, y, _score, isTied: _x.Pairs + _y.Pairs > 0) ?? RankPermutations.OfTwoValues(x, y)) is { } exact
            ? TestResult.Single(z, exact, "Kendall's tau, exact")
            : TestResult.Single(z, Math.Max(2 * NormalDistribution.UpperTail(Math.Abs(z)), RankPermutations.Least(x, y)), "Kendall's tau, normal");
    }

    /// <summary>Sorts the values and counts how many pairs stood in the wrong order.</summary>
    private static double Swaps(double[] values)
    {
        double swaps = 0;
        double[] source = values, target = new double[values.Length];
        for (long width = 1; width < values.Length; width *= 2)
        {
            for (long start = 0; start < values.Length; start += 2 * width)
            {
                int middle = (int)Math.Min(start + width, values.Length), end = (int)Math.Min(start + 2 * width, values.Length);
                int left = (int)start, right = middle;
                for (int i = (int)start; i < end; i++)
                {
                    if (left < middle && (right == end || source[left] <= source[right]))
                    {
                        target[i] = source[left++];
                        continue;
                    }

                    swaps += middle - left;
                    target[i] = source[right++];
                }
            }

            (source, target) = (target, source);
        }

        source.CopyTo(values, 0);
        return swaps;
    }

    /// <summary>Over groups of t equal values: Σ t(t − 1)/2, Σ t(t − 1)(t − 2), Σ t(t − 1)(2t + 5).</summary>
    private readonly record struct Ties(double Pairs, double Triples, double Cubic)
    {
        public static Ties Of(double[] sorted)
        {
            double pairs = 0, triples = 0, cubic = 0;
            for (int start = 0, i = 1; i <= sorted.Length; i++)
            {
                if (i < sorted.Length && sorted[i] == sorted[start]) continue;
                double t = i - start;
                pairs += t * (t - 1) / 2;
                triples += t * (t - 1) * (t - 2);
                cubic += t * (t - 1) * (2 * t + 5);
                start = i;
            }

            return new Ties(pairs, triples, cubic);
        }
    }
}
