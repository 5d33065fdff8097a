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

    /// <summary>The least chance that any order can have: exchanging tied values changes nothing, so the order seen stands for as many as there are such exchanges. No p-value lies below it.</summary>
    public static double Least(long[] x, long[] y) => Math.Exp(Math.Max(Exchanges(x), Exchanges(y)) - GammaFunctions.LogGamma(x.Length + 1.0));

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
