namespace CustomerJourney.Statistics;

/// <summary>The approximate chance that every category of a new sample is within a reach of its observed count, for reach 1, 2, 3 …</summary>
/// <remarks>
/// B. Levin, Annals of Statistics 9 (1981): the counts are Poisson variables, cut to their ranges, given that they add up to the total; the chance of that
/// by an Edgeworth expansion with four moments, as in Sison &amp; Glaz. From one reach to the next a range grows by two terms, so they are added up as they come.
/// </remarks>
internal sealed class SisonGlazCoverage
{
    private readonly long[] _counts;
    private readonly double[] _inside;
    private readonly long _total;

    public SisonGlazCoverage(ReadOnlySpan<long> counts, long total)
    {
        _counts = [.. counts];
        _total = total;
        _inside = [.. _counts.Select(count => Term(count, count))];
    }

    /// <summary>The reach that the last answer of <see cref="Next"/> is for.</summary>
    public long Reach { get; private set; }

    /// <summary>The chance for the next reach; 1 when it holds every possible count.</summary>
    public double Next()
    {
        Reach++;
        double logInside = 0, mean = 0, variance = 0, third = 0, fourth = 0;
        for (int i = 0; i < _counts.Length; i++)
        {
            long low = _counts[i] - Reach, high = _counts[i] + Reach;
            if (low >= 0) _inside[i] += Term(low, _counts[i]);
            if (high <= _total) _inside[i] += Term(high, _counts[i]);
            logInside += Math.Log(_inside[i]);
            (double m1, double m2, double m3, double m4) = CentralMoments(_counts[i], Math.Max(low, 0), Math.Min(high, _total), _inside[i]);
            mean += m1;
            variance += m2;
            third += m3;
            fourth += m4 - 3 * m2 * m2;
        }

        if (Reach >= _total) return 1;
        double skewness = third / Math.Pow(variance, 1.5), excess = fourth / (variance * variance);
        double density = Edgeworth((_total - mean) / Math.Sqrt(variance), skewness, excess) / Math.Sqrt(variance);

        // A negative density is where the expansion breaks down: too few cases inside to tell.
        return density > 0 ? Math.Exp(logInside) * density / Term(_total, _total) : 0;
    }

    private static double Edgeworth(double x, double skewness, double excess)
    {
        double x2 = x * x, x4 = x2 * x2;
        double bracket = 1 + skewness * (x * x2 - 3 * x) / 6 + excess * (x4 - 6 * x2 + 3) / 24
            + skewness * skewness * (x4 * x2 - 15 * x4 + 45 * x2 - 15) / 72;
        return bracket * Math.Exp(-x2 / 2) / Math.Sqrt(2 * Math.PI);
    }

    // Factorial moments of a Poisson variable cut to low…high: λ^r·P(low − r ≤ Y ≤ high − r)/P(low ≤ Y ≤ high).
    private static (double Mean, double Second, double Third, double Fourth) CentralMoments(double rate, long low, long high, double inside)
    {
        Span<double> moments = stackalloc double[5];
        double lost = 0, power = 1;
        for (int r = 1; r <= 4; r++)
        {
            lost += Term(high - r + 1, rate) - Term(low - r, rate);
            power *= rate;
            moments[r] = power * (1 - lost / inside);
        }

        double m1 = moments[1];
        double raw2 = moments[2] + m1, raw3 = moments[3] + 3 * moments[2] + m1, raw4 = moments[4] + 6 * moments[3] + 7 * moments[2] + m1;
        double square = m1 * m1;
        return (m1, raw2 - square, raw3 - 3 * m1 * raw2 + 2 * m1 * square, raw4 - 4 * m1 * raw3 + 6 * square * raw2 - 3 * square * square);
    }

    private static double Term(long value, double rate)
    {
        if (value < 0) return 0;
        if (value == 0) return Math.Exp(-rate);
        return rate == 0 ? 0 : GammaFunctions.PoissonTerm(value, rate);
    }
}
