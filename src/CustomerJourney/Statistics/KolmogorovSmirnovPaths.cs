namespace CustomerJourney.Statistics;

/// <summary>How likely a random mix of two groups strays at least a given distance, counted on the lattice of how many of each have come.</summary>
internal static class KolmogorovSmirnovPaths
{
    /// <summary>About how many steps <see cref="Outside"/> takes.</summary>
    public static double Steps(long distance, long first, long second) => (first + 1.0) * Math.Min(second + 1, 2.0 * distance / first + 1);

    /// <summary>For two groups of the same size, with the distance in values: by reflection, 2·Σ (−1)^(i+1) C(2n, n − i·d)/C(2n, n).</summary>
    public static double EqualSizes(long distance, long size)
    {
        if (distance == 0) return 1;
        double center = BinomialDistribution.Probability(size, 2 * size, 0.5), sum = 0;
        for (long i = 1; i * distance <= size; i++)
        {
            double term = BinomialDistribution.Probability(size - i * distance, 2 * size, 0.5) / center;
            sum += i % 2 == 1 ? term : -term;
            if (term < sum * 1e-18) break;
        }

        return Math.Min(1, 2 * sum);
    }

    /// <summary>For any sizes, with the distance times both sizes.</summary>
    public static double Outside(long distance, long first, long second)
    {
        if (distance == 0) return 1;
        // mass[j]: the chance to come to (i, j) without having left the band, on the way from row to row.
        double[] mass = new double[second + 1];
        mass[0] = 1;
        double outside = 0;
        long from = 0, to = 0;
        for (long i = 0; i <= first; i++)
        {
            // Inside are the j with |i·second − j·first| < distance.
            long low = Math.Max(0, Floor(i * second - distance, first) + 1), high = Math.Min(second, -Floor(-(i * second + distance), first) - 1);
            for (long j = from; j <= to && j < low; j++) outside += mass[j];
            double across = 0;
            for (long j = Math.Max(low, from); j <= high; j++)
            {
                double here = across + (j <= to ? mass[j] : 0), left = first - i + second - j;
                across = left == 0 ? 0 : here * ((second - j) / left);
                mass[j] = left == 0 ? here : here * ((first - i) / left);
            }

            if (high < second) outside += across;
            from = low;
            to = high;
        }

        return Math.Min(1, outside);
    }

    private static long Floor(long value, long divisor) => value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);
}
