using System.Globalization;

namespace CustomerJourney.Statistics;

/// <summary>How large a difference is, on a scale that does not depend on the number of observations; by its sign (or, for a ratio, by lying above or below 1) it says which group is larger.</summary>
public sealed partial record EffectSize
{
    /// <summary>The size, in the unit that <see cref="Measure"/> names.</summary>
    public required double Value { get; init; }

    /// <summary>The name of the measure, for example "Cohen's h" or "Hedges' g".</summary>
    public required string Measure { get; init; }

    /// <summary>Cohen's h: 2·asin√candidate − 2·asin√baseline, −π…π. About 0.2 is small, 0.5 medium, 0.8 large.</summary>
    /// <param name="baseline">The share of the baseline, 0…1.</param>
    /// <param name="candidate">The share of the candidate, 0…1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is outside 0…1.</exception>
    /// <remarks>J. Cohen, Statistical Power Analysis for the Behavioral Sciences (1988), chapter 6.</remarks>
    public static EffectSize CohensH(double baseline, double candidate)
    {
        Domain.CheckProbability(baseline);
        Domain.CheckProbability(candidate);
        return new EffectSize { Value = 2 * Math.Asin(Math.Sqrt(candidate)) - 2 * Math.Asin(Math.Sqrt(baseline)), Measure = "Cohen's h" };
    }

    /// <summary>The odds of the candidate over those of the baseline, 0…∞; 1 is no difference, and above 1 the candidate is larger.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="candidate">The candidate.</param>
    /// <returns>The ratio as observed, infinite where only its divisor is 0; <see langword="null"/> when a group is empty, or all or none of all cases count.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static EffectSize? OddsRatio(ShareSample baseline, ShareSample candidate)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        double over = (double)candidate.Hits * (baseline.Total - baseline.Hits), under = (double)baseline.Hits * (candidate.Total - candidate.Hits);
        return over == 0 && under == 0 ? null : new EffectSize { Value = over / under, Measure = "odds ratio" };
    }

    /// <summary>Cohen's d: the difference of the means in pooled standard deviations.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="candidate">The candidate.</param>
    /// <returns>The size, or <see langword="null"/> when a group is empty, when there are fewer than three values in all or when the pooled variance is 0.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <remarks>J. Cohen (1988), chapter 2.</remarks>
    public static EffectSize? CohensD(MeanSample baseline, MeanSample candidate)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        return Standardized(baseline, candidate) is { } d ? new EffectSize { Value = d, Measure = "Cohen's d" } : null;
    }

    /// <summary>Hedges' g: Cohen's d without its bias in small samples, by the exact factor Γ(m/2) / (√(m/2)·Γ((m − 1)/2)) with m = n₁ + n₂ − 2.</summary>
    /// <inheritdoc cref="CohensD"/>
    /// <remarks>L. V. Hedges, Journal of Educational Statistics 6 (1981).</remarks>
    public static EffectSize? HedgesG(MeanSample baseline, MeanSample candidate) =>
        Corrected(baseline, candidate, HedgesFactor);

    /// <summary>Hedges' g with the common approximation 1 − 3/(4m − 1) in place of the exact factor.</summary>
    /// <inheritdoc cref="HedgesG"/>
    public static EffectSize? HedgesGApproximate(MeanSample baseline, MeanSample candidate) =>
        Corrected(baseline, candidate, m => 1 - 3 / (4 * m - 1));

    /// <summary>The difference of two net shares in standard deviations of the indicator −1, 0, +1 (the root of the mean of both variances).</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="candidate">The candidate.</param>
    /// <returns>The size, or <see langword="null"/> when a group is empty or neither group varies.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <remarks>J. Cohen (1988), formula 2.3.2, for the mean of the indicator.</remarks>
    public static EffectSize? StandardizedNetDifference(NetSample baseline, NetSample candidate)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        if (baseline.Value is not { } a || candidate.Value is not { } b) return null;
        double deviation = Math.Sqrt((baseline.Counts.Variance + candidate.Counts.Variance) / 2);
        return deviation == 0 ? null : new EffectSize { Value = (b - a) / deviation, Measure = "standardized difference" };
    }

    /// <summary>The size in the invariant culture with three significant digits, then the measure, for example "0.213 (Cohen's h)".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:G3} ({Measure})");

    private static EffectSize? Corrected(MeanSample baseline, MeanSample candidate, Func<double, double> factor)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        if (Standardized(baseline, candidate) is not { } d) return null;
        return new EffectSize { Value = d * factor(baseline.Count + candidate.Count - 2), Measure = "Hedges' g" };
    }

    private static double? Standardized(MeanSample baseline, MeanSample candidate)
    {
        if (baseline.Value is not { } a || candidate.Value is not { } b) return null;
        long freedom = baseline.Count + candidate.Count - 2;
        double squares = baseline.SquaredDeviations + candidate.SquaredDeviations;
        return freedom < 1 || squares == 0 ? null : (b - a) / Math.Sqrt(squares / freedom);
    }

    // In Stirling corrections, because the two gamma functions nearly cancel. At one degree of freedom the factor is 0: Γ(0) is infinite.
    private static double HedgesFactor(double freedom)
    {
        if (freedom == 1) return 0;
        double m = freedom / 2;
        return Math.Exp(GammaFunctions.StirlingCorrection(m) - GammaFunctions.StirlingCorrection(m - 0.5)
            - (m - 1) * GammaFunctions.LogOnePlus(-0.5 / m) - 0.5);
    }
}
