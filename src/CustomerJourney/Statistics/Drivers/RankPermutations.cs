namespace CustomerJourney.Statistics.Drivers;

/// <summary>Tests of rank correlations by all orders in which one column could stand beside the other: what t and normal approximations miss where there are few pairs.</summary>
internal static class RankPermutations
{
    // 9! orders take milliseconds, 10! would take tenths of a second.
    private const int MostCounted = 9;

    // Where R's cor.test goes over to the normal distribution too.
    private const int MostInverted = 49;

    /// <summary>The chance of products of ranks at least as far from their mean as those seen; null where there are too many pairs to go through all orders.</summary>
    public static double? OfProducts(long[] x, long[] y) => x.Length > MostCounted ? null : Share(x, y, (left, right) =>
    {
        long products = 0;
        for (int i = 0; i < left.Length; i++) products += left[i] * right[i];
        return Math.Abs((left.Length * products) - (left.Sum() * right.Sum()));
    });

    /// <summary>The chance of as many more pairs that agree, or that do not, as were seen; null where there are too many for an exact one.</summary>
    public static double? OfPairs(long[] x, long[] y, double score, bool isTied)
    {
        if (!isTied && x.Length <= MostInverted) return ByInversions(x.Length, (long)Math.Abs(score));
        return x.Length > MostCounted ? null : Share(x, y, (left, right) =>
        {
            long sum = 0;
            for (int i = 1; i < left.Length; i++)
                for (int j = 0; j < i; j++) sum += Math.Sign(left[i] - left[j]) * Math.Sign(right[i] - right[j]);
            return Math.Abs(sum);
        });
    }

    /// <summary>R. A. Fisher's exact test where each column has two values: who has which of one is a draw from those of the other, however rare a value is. Null for other columns.</summary>
    public static double? OfTwoValues(long[] x, long[] y)
    {
        if (!HasTwoValues(x, out long highX) || !HasTwoValues(y, out long highY)) return null;
        long high = x.LongCount(rank => rank == highX), both = x.Zip(y).LongCount(pair => pair.First == highX && pair.Second == highY), other = y.LongCount(rank => rank == highY) - both;
        return ProportionDifference.FisherExact(both, high, other, x.Length - high)?.PValue;
    }

    /// <summary>
    /// The two-sided p-value by the beta distribution with the variance and the fourth moment that a rank correlation has over all orders, where t has the variance alone: far tails of t are too small. Null where
    /// there is no such distribution, or one that ends before ±1.
    /// </summary>
    /// <remarks>E. J. G. Pitman, Supplement to the JRSS 4 (1937), for the moments. Without ties half a step of the coefficient is taken off, since it is not continuous.</remarks>
    public static double? ByMoments(double r, long[] x, long[] y, bool isTied)
    {
        double n = x.Length, product = Excess(x) * Excess(y), kurtosis = 3 * (n - 1) / (n + 1) * (1 + ((n - 2) * (n - 3) / (3 * n * (n - 1) * (n - 1)) * product));
        if (product < 0 || kurtosis >= 3) return null;
        double freedom = 3 * (kurtosis - 1) / (3 - kurtosis), reach = Math.Sqrt((freedom + 1) / (n - 1));
        double halfStep = isTied ? 0 : 6 / (n * (n - 1) * (n + 1)), near = Math.Max(0, Math.Abs(r) - halfStep);
        return near >= reach ? 0 : StudentTDistribution.TwoSided(near * Math.Sqrt(freedom / ((reach - near) * (reach + near))), freedom);
    }

    /// <summary>The least chance that any order can have: exchanging tied values changes nothing, so the order seen stands for as many as there are such exchanges. No p-value lies below it.</summary>
    public static double Least(long[] x, long[] y) => Math.Exp(Math.Max(Exchanges(x), Exchanges(y)) - GammaFunctions.LogGamma(x.Length + 1.0));

    private static bool HasTwoValues(long[] ranks, out long high)
    {
        long low = ranks.Min(), highest = high = ranks.Max();
        return low < high && ranks.All(rank => rank == low || rank == highest);
    }

    // Fisher's g2 = k4/k2², for more than 3 ranks: −1.2 without ties.
    private static double Excess(long[] ranks)
    {
        double n = ranks.Length, squares = 0, fourths = 0;
        foreach (long rank in ranks)
        {
            double square = (rank - n - 1) * (rank - n - 1);
            squares += square;
            fourths += square * square;
        }

        double k2 = squares / (n - 1), k4 = ((n * (n + 1) * fourths) - (3 * (n - 1) * squares * squares)) / ((n - 1) * (n - 2) * (n - 3));
        return k4 / (k2 * k2);
    }

    private static double Exchanges(long[] ranks) => ranks.GroupBy(rank => rank).Sum(tied => GammaFunctions.LogGamma(tied.Count() + 1.0));

    // All orders of the second column, each by one exchange from the one before: B. R. Heap, The Computer Journal 6 (1963).
    private static double Share(long[] x, long[] y, Func<long[], long[], long> score)
    {
        long[] order = [.. y];
        int[] turns = new int[order.Length];
        long seen = score(x, y), all = 1, asFar = 1;
        for (int i = 1; i < order.Length;)
        {
            if (turns[i] == i)
            {
                turns[i++] = 0;
                continue;
            }

            int other = i % 2 == 0 ? 0 : turns[i];
            (order[i], order[other]) = (order[other], order[i]);
            all++;
            if (score(x, order) >= seen) asFar++;
            turns[i]++;
            i = 1;
        }

        return (double)asFar / all;
    }

    // How likely each number of inversions is, value by value: the i-th can stand before 0…i − 1 others with the same chance (M. G. Kendall, Biometrika 30, 1938).
    private static double ByInversions(int n, long score)
    {
        long pairs = n * (n - 1L) / 2;
        double[] chance = new double[pairs + 1], next = new double[pairs + 1];
        chance[0] = 1;
        for (int i = 2; i <= n; i++)
        {
            for (int inversions = 0; inversions <= i * (i - 1) / 2; inversions++)
            {
                double window = 0;
                for (int moved = 0; moved < i && moved <= inversions; moved++) window += chance[inversions - moved];
                next[inversions] = window / i;
            }

            (chance, next) = (next, chance);
        }

        double sum = 0;
        for (long inversions = 0; inversions <= pairs; inversions++)
            if (Math.Abs(pairs - (2 * inversions)) >= score) sum += chance[inversions];
        return Math.Min(1, sum);
    }
}
