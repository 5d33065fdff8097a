namespace CustomerJourney.Statistics;

/// <summary>The distribution of Kolmogorov's distance for a sample of a given size.</summary>
internal static class KolmogorovFinite
{
    // Up to here the matrix is small enough to be raised to its power at once.
    private const long Exact = 2_000;

    public static double UpperTail(double distance, long count)
    {
        double scaled = count * distance;
        if (scaled <= 0.5) return 1;
        if (distance >= 1) return 0;

        // From here on both sides are off by so much with a chance below 1e-13, or (from a half) not at all, so one side is enough.
        if (distance >= 0.5 || scaled * distance >= 4) return 2 * OneSided(distance, count);
        return 1 - (count <= Exact ? ByMatrix(distance, (int)count) : BySeries(distance, count));
    }

    // N. V. Smirnov (1944), Z. W. Birnbaum & F. H. Tingey (1951): a sum of positive terms.
    private static double OneSided(double distance, long count)
    {
        double sum = 0;
        for (long j = 0; j < count * (1 - distance); j++)
        {
            double level = distance + (double)j / count;
            if (level >= 1) break;
            sum += distance / level * BinomialDistribution.Term(j, count, level, 1 - level);
        }

        return sum;
    }

    // J. Durbin (1973) in the form of G. Marsaglia, W. W. Tsang & J. Wang, Journal of Statistical Software 8 (2003): n!/n^n times the middle of a matrix power.
    private static double ByMatrix(double distance, int count)
    {
        int k = (int)(count * distance) + 1, size = 2 * k - 1;
        double h = k - count * distance;
        double[,] step = new double[size, size];
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                step[i, j] = i - j + 1 < 0 ? 0 : 1;
        for (int i = 0; i < size; i++)
        {
            step[i, 0] -= Math.Pow(h, i + 1);
            step[size - 1, i] -= Math.Pow(h, size - i);
        }

        step[size - 1, 0] += 2 * h - 1 > 0 ? Math.Pow(2 * h - 1, size) : 0;
        for (int i = 0; i < size; i++)
        {
            double factorial = 1;
            for (int j = i; j >= 0; j--)
            {
                factorial *= i - j + 1;
                step[i, j] /= factorial;
            }
        }

        ScaledMatrix power = new ScaledMatrix(step, 0).Power(count);
        double logFactor = GammaFunctions.LogGamma(count + 1.0) - count * Math.Log(count);
        return power.Entries[k - 1, k - 1] * Math.Exp(power.Exponent * Math.Log(2) + logFactor);
    }

    // W. Pelz & I. J. Good, Journal of the Royal Statistical Society B 38 (1976): the limit and three corrections by powers of √count.
    private static double BySeries(double distance, long count)
    {
        double z2 = count * distance * distance, z = Math.Sqrt(z2), z4 = z2 * z2, z6 = z4 * z2, z8 = z4 * z4;
        const double Pi2 = Math.PI * Math.PI, Pi4 = Pi2 * Pi2, Pi6 = Pi4 * Pi2;
        double limit = 0, first = 0, second = 0, third = 0;
        for (int m = 1; m <= 25; m += 2)
        {
            double m2 = m * m / 4.0, m4 = m2 * m2, weight = Math.Exp(-Pi2 * m2 / (2 * z2));
            limit += weight;
            first += weight * (Pi2 * m2 - z2);
            second += weight * (6 * z6 + 2 * z4 + Pi2 * (2 * z4 - 5 * z2) * m2 + Pi4 * (1 - 2 * z2) * m4);
            third += weight * (-30 * z6 - 90 * z8 + Pi2 * (135 * z4 - 96 * z6) * m2 + Pi4 * (212 * z4 - 60 * z2) * m4 + Pi6 * (5 - 30 * z2) * m4 * m2);
        }

        double secondRest = 0, thirdRest = 0;
        for (int k = 1; k <= 12; k++)
        {
            double k2 = (double)k * k, weight = Math.Exp(-Pi2 * k2 / (2 * z2));
            secondRest += weight * Pi2 * k2;
            thirdRest += weight * (3 * Pi2 * z2 * k2 - Pi4 * k2 * k2);
        }

        double root = Math.Sqrt(count), scale = Math.Sqrt(2 * Math.PI);
        return scale * (limit / z
            + first / (6 * z4) / root
            + (second / (72 * z6 * z) - secondRest / (36 * z2 * z)) / count
            + (third / (6480 * z8 * z2) + thirdRest / (216 * z6)) / (count * root));
    }

    /// <summary>A square matrix times a power of two, so that its powers do not leave the range of doubles.</summary>
    private sealed record ScaledMatrix(double[,] Entries, long Exponent)
    {
        public ScaledMatrix Power(int exponent)
        {
            if (exponent == 1) return this;
            ScaledMatrix half = Power(exponent / 2);
            ScaledMatrix square = half.Times(half);
            return exponent % 2 == 0 ? square : square.Times(this);
        }

        private ScaledMatrix Times(ScaledMatrix other)
        {
            int size = Entries.GetLength(0);
            double[,] product = new double[size, size];
            for (int i = 0; i < size; i++)
            {
                for (int k = 0; k < size; k++)
                {
                    double factor = Entries[i, k];
                    if (factor == 0) continue;
                    for (int j = 0; j < size; j++) product[i, j] += factor * other.Entries[k, j];
                }
            }

            int middle = size / 2, shift = -Math.ILogB(product[middle, middle]);
            for (int i = 0; i < size; i++)
                for (int j = 0; j < size; j++)
                    product[i, j] = Math.ScaleB(product[i, j], shift);
            return new ScaledMatrix(product, Exponent + other.Exponent - shift);
        }
    }
}
