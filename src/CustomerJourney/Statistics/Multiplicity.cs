namespace CustomerJourney.Statistics;

/// <summary>
/// Corrections of p-values for the number of tests made. Each method returns adjusted p-values, 0…1, in the order of the input: reject where
/// the adjusted value is at most the error rate wanted. No p-values give no adjusted p-values.
/// </summary>
/// <remarks>The same results as R's p.adjust and, for the Šidák forms, statsmodels' multipletests.</remarks>
public static class Multiplicity
{
    /// <summary>Bonferroni: p times the number of tests. Controls the chance of any false rejection.</summary>
    /// <param name="pValues">The p-values of all tests made, each 0…1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is NaN or outside 0…1.</exception>
    public static double[] Bonferroni(ReadOnlySpan<double> pValues)
    {
        int count = pValues.Length;
        return Each(pValues, p => count * p);
    }

    /// <summary>Šidák (1967): 1 − (1 − p)^m. Controls the chance of any false rejection for independent tests.</summary>
    /// <inheritdoc cref="Bonferroni"/>
    public static double[] Sidak(ReadOnlySpan<double> pValues)
    {
        int count = pValues.Length;
        return Each(pValues, p => AtLeastOne(p, count));
    }

    /// <summary>Holm, Scandinavian Journal of Statistics 6 (1979): the default of this library. Controls the chance of any false rejection under any dependence, and rejects at least what Bonferroni rejects.</summary>
    /// <inheritdoc cref="Bonferroni"/>
    public static double[] Holm(ReadOnlySpan<double> pValues) => StepDown(pValues, (p, remaining) => remaining * p);

    /// <summary>Holm's procedure with Šidák's bound.</summary>
    /// <inheritdoc cref="Bonferroni"/>
    public static double[] HolmSidak(ReadOnlySpan<double> pValues) => StepDown(pValues, AtLeastOne);

    /// <summary>Hochberg, Biometrika 75 (1988): like Holm from the largest p-value down; for independent or positively dependent tests.</summary>
    /// <inheritdoc cref="Bonferroni"/>
    public static double[] Hochberg(ReadOnlySpan<double> pValues)
    {
        int count = pValues.Length;
        return StepUp(pValues, (p, rank) => (count - rank + 1) * p);
    }

    /// <summary>Hommel, Biometrika 75 (1988): the closed form of Simes' test, a little sharper than Hochberg; for independent or positively dependent tests.</summary>
    /// <inheritdoc cref="Bonferroni"/>
    /// <remarks>The algorithm of S. P. Wright, Biometrics 48 (1992), as in R's p.adjust. Its time grows with the square of the number of tests.</remarks>
    public static double[] Hommel(ReadOnlySpan<double> pValues)
    {
        int[] order = Order(pValues);
        int n = order.Length;
        double[] p = new double[n], q = new double[n], adjusted = new double[n];
        double smallest = double.PositiveInfinity;
        for (int i = 0; i < n; i++)
        {
            p[i] = pValues[order[i]];
            smallest = Math.Min(smallest, n * p[i] / (i + 1));
        }

        Array.Fill(q, smallest);
        p.CopyTo(adjusted, 0);
        Raise();
        for (int m = n - 1; m >= 2; m--)
        {
            int split = n - m + 1;
            double bound = double.PositiveInfinity;
            for (int i = split; i < n; i++) bound = Math.Min(bound, m * p[i] / (i - split + 2));
            for (int i = 0; i < split; i++) q[i] = Math.Min(m * p[i], bound);
            for (int i = split; i < n; i++) q[i] = q[split - 1];
            Raise();
        }

        return Restore(adjusted, order);

        void Raise()
        {
            for (int i = 0; i < n; i++) adjusted[i] = Math.Max(adjusted[i], q[i]);
        }
    }

    /// <summary>Benjamini &amp; Hochberg, Journal of the Royal Statistical Society B 57 (1995): controls the share of false among all rejections, for independent or positively dependent tests.</summary>
    /// <inheritdoc cref="Bonferroni"/>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> pValues)
    {
        double count = pValues.Length;
        return StepUp(pValues, (p, rank) => count / rank * p);
    }

    /// <summary>Benjamini &amp; Yekutieli, Annals of Statistics 29 (2001): the false discovery rate under any dependence.</summary>
    /// <inheritdoc cref="Bonferroni"/>
    public static double[] BenjaminiYekutieli(ReadOnlySpan<double> pValues)
    {
        double count = pValues.Length;
        double harmonic = 0;
        for (int i = pValues.Length; i >= 1; i--) harmonic += 1.0 / i;
        return StepUp(pValues, (p, rank) => harmonic * count / rank * p);
    }

    private static double AtLeastOne(double p, int tests) =>
        -GammaFunctions.ExpMinusOne(tests * GammaFunctions.LogOnePlus(-p));

    private static double[] Each(ReadOnlySpan<double> pValues, Func<double, double> adjust)
    {
        Check(pValues);
        double[] adjusted = new double[pValues.Length];
        for (int i = 0; i < adjusted.Length; i++) adjusted[i] = Math.Min(1, adjust(pValues[i]));
        return adjusted;
    }

    // From the smallest p-value up, no adjusted value below the one before; the second argument is how many are left, this one included.
    private static double[] StepDown(ReadOnlySpan<double> pValues, Func<double, int, double> adjust)
    {
        int[] order = Order(pValues);
        double[] adjusted = new double[order.Length];
        double highest = 0;
        for (int i = 0; i < order.Length; i++)
            adjusted[i] = highest = Math.Max(highest, Math.Min(1, adjust(pValues[order[i]], order.Length - i)));
        return Restore(adjusted, order);
    }

    // From the largest p-value down, no adjusted value above the one before; the second argument is the rank, 1 for the smallest.
    private static double[] StepUp(ReadOnlySpan<double> pValues, Func<double, int, double> adjust)
    {
        int[] order = Order(pValues);
        double[] adjusted = new double[order.Length];
        double lowest = 1;
        for (int i = order.Length - 1; i >= 0; i--)
            adjusted[i] = lowest = Math.Min(lowest, adjust(pValues[order[i]], i + 1));
        return Restore(adjusted, order);
    }

    private static int[] Order(ReadOnlySpan<double> pValues)
    {
        Check(pValues);
        double[] keys = pValues.ToArray();
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        return order;
    }

    private static double[] Restore(double[] sorted, int[] order)
    {
        double[] restored = new double[order.Length];
        for (int i = 0; i < order.Length; i++) restored[order[i]] = sorted[i];
        return restored;
    }

    private static void Check(ReadOnlySpan<double> pValues)
    {
        foreach (double p in pValues) Domain.CheckProbability(p, nameof(pValues));
    }
}
