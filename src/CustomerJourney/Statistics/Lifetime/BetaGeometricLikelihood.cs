namespace CustomerJourney.Statistics.Lifetime;

/// <summary>The log-likelihood of the BG/NBD model over groups of customers, with exact derivatives in r, α, a and b.</summary>
internal sealed class BetaGeometricLikelihood
{
    // The part that only knows the frequency is computed once for each different frequency.
    private readonly double[] _frequencies, _frequencyCounts;

    // Groups; those who came back are last.
    private readonly double[] _x, _recency, _age, _counts;
    private readonly int _firstRepeater;

    /// <summary>Takes the data.</summary>
    /// <param name="customers">The customers, in their order: those without a repeat transaction first.</param>
    /// <param name="unit">The unit of time to count in.</param>
    public BetaGeometricLikelihood(CustomerSummaries customers, double unit)
    {
        ReadOnlySpan<CustomerSummaryCount> groups = customers.Span;
        (_x, _recency, _age, _counts) = (new double[groups.Length], new double[groups.Length], new double[groups.Length], new double[groups.Length]);
        List<double> frequencies = [], counts = [];
        for (int i = 0; i < groups.Length; i++)
        {
            (CustomerSummary summary, long count) = groups[i];
            (_x[i], _recency[i], _age[i], _counts[i]) = (summary.Frequency, summary.Recency / unit, summary.Age / unit, count);
            if (summary.Frequency == 0) _firstRepeater = i + 1;
            if (frequencies.Count == 0 || frequencies[^1] != summary.Frequency)
            {
                frequencies.Add(summary.Frequency);
                counts.Add(0);
            }

            counts[^1] += count;
        }

        (_frequencies, _frequencyCounts) = ([.. frequencies], [.. counts]);
    }

    /// <summary>A <see cref="LogLikelihoodFunction"/>.</summary>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> hessian)
    {
        double r = parameters[0], alpha = parameters[1], a = parameters[2], b = parameters[3];
        gradient.Clear();
        hessian.Clear();
        double value = Frequencies(r, a, b, gradient, hessian);
        value += Ages(r, alpha, gradient, hessian);
        return value + Repeaters(r, alpha, a, b, gradient, hessian);
    }

    // ln Γ(r + x)/Γ(r) + ln B(a, b + x)/B(a, b).
    private double Frequencies(double r, double a, double b, Span<double> gradient, Span<double> hessian)
    {
        double value = 0;
        RisingFactorial bought = new(r), stayed = new(b), all = new(a + b);
        for (int i = 0; i < _frequencies.Length; i++)
        {
            double x = _frequencies[i], n = _frequencyCounts[i];
            bought.RiseTo(x);
            stayed.RiseTo(x);
            all.RiseTo(x);
            value += n * (bought.Log + stayed.Log - all.Log);
            gradient[0] += n * bought.First;
            gradient[2] -= n * all.First;
            gradient[3] += n * (stayed.First - all.First);
            hessian[0] += n * bought.Second;
            hessian[10] -= n * all.Second;
            hessian[14] -= n * all.Second;
            hessian[15] += n * (stayed.Second - all.Second);
        }

        return value;
    }

    // r ln α − (r + x) ln(α + T), as −r ln(1 + T/α) − x ln(α + T): where r and α are large, the two terms of the first form leave nothing of their difference.
    private double Ages(double r, double alpha, Span<double> gradient, Span<double> hessian)
    {
        double value = 0, byR = 0, byAlpha = 0, byBoth = 0, byAlphaTwice = 0, inverseAlpha = 1 / alpha, logAlpha = Math.Log(alpha);
        for (int i = 0; i < _age.Length; i++)
        {
            double n = _counts[i], x = _x[i], inverse = 1 / (alpha + _age[i]), log = GammaFunctions.LogOnePlus(_age[i] * inverseAlpha), fall = _age[i] * inverseAlpha * inverse;
            value -= n * (r * log + x * (logAlpha + log));
            byR -= n * log;
            byAlpha += n * (r * fall - x * inverse);
            byBoth += n * fall;
            byAlphaTwice += n * (x * inverse * inverse - r * fall * (inverseAlpha + inverse));
        }

        gradient[0] += byR;
        gradient[1] += byAlpha;
        hessian[4] += byBoth;
        hessian[5] += byAlphaTwice;
        return value;
    }

    // ln(1 + e^l), with e^l the odds of having left: l = ln a − ln(b + x − 1) + (r + x) ln((α + T)/(α + t_x)).
    private double Repeaters(double r, double alpha, double a, double b, Span<double> gradient, Span<double> hessian)
    {
        double value = 0, logA = Math.Log(a), byA = 1 / a;
        Span<double> g = stackalloc double[4], h = stackalloc double[16];
        g.Clear();
        h.Clear();
        double x = -1, logOdds = 0, byB = 0;
        for (int i = _firstRepeater; i < _x.Length; i++)
        {
            if (_x[i] != x)
            {
                x = _x[i];
                logOdds = logA - Math.Log(b + x - 1);
                byB = -1 / (b + x - 1);
            }

            double n = _counts[i], shape = r + x, early = alpha + _recency[i], inverseLate = 1 / (alpha + _age[i]), inverseEarly = 1 / early;
            double byR = GammaFunctions.LogOnePlus((_age[i] - _recency[i]) * inverseEarly), byBoth = inverseLate - inverseEarly, byAlpha = shape * byBoth;
            double l = logOdds + shape * byR, e = Math.Exp(-Math.Abs(l));
            value += n * (Math.Max(l, 0) + GammaFunctions.LogOnePlus(e));
            double left = n * (l > 0 ? 1 : e) / (1 + e), both = left * (l > 0 ? e : 1) / (1 + e);
            g[0] += left * byR;
            g[1] += left * byAlpha;
            g[2] += left * byA;
            g[3] += left * byB;
            h[0] += both * byR * byR;
            h[4] += both * byR * byAlpha + left * byBoth;
            h[5] += both * byAlpha * byAlpha + left * shape * (inverseEarly * inverseEarly - inverseLate * inverseLate);
            h[8] += both * byR * byA;
            h[9] += both * byAlpha * byA;
            h[10] += both * byA * byA - left * byA * byA;
            h[12] += both * byR * byB;
            h[13] += both * byAlpha * byB;
            h[14] += both * byA * byB;
            h[15] += both * byB * byB + left * byB * byB;
        }

        for (int i = 0; i < 4; i++) gradient[i] += g[i];
        for (int i = 0; i < 16; i++) hessian[i] += h[i];
        return value;
    }
}
