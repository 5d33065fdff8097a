namespace CustomerJourney.Statistics;

/// <summary>The interval of a share of answers with design weights (how many people an answer stands for).</summary>
public static class WeightedProportion
{
    /// <summary>
    /// The share Σw·hit / Σw with the logit interval: log odds ± t·SE / (share·(1 − share)), SE the linearized standard error of <see cref="WeightedMean"/>, t with n − 1 degrees
    /// of freedom. Where no answer with weight, or every one, is a hit the log odds do not exist, and the interval is Wilson's at Kish's effective number of answers.
    /// </summary>
    /// <param name="hits">Whether each answer counts.</param>
    /// <param name="weights">One weight for each answer, finite and not negative.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <returns>The estimate, value and limits 0…1; <see langword="null"/> below two answers, or when all weights are 0.</returns>
    /// <exception cref="ArgumentException">There are not as many weights as answers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite, or <paramref name="level"/> is no confidence level.</exception>
    /// <remarks>As svyciprop(method = "logit") of R's survey package (T. Lumley, Complex Surveys, 2010).</remarks>
    public static Estimate? Logit(ReadOnlySpan<bool> hits, ReadOnlySpan<double> weights, double level = 0.95)
    {
        Domain.CheckLevel(level);
        double[] values = new double[hits.Length];
        for (int i = 0; i < values.Length; i++) values[i] = hits[i] ? 1 : 0;
        return Logit(WeightedMean.Of(values, weights), level);
    }

    /// <summary>The same of a weighted mean of hits (1) and others (0).</summary>
    internal static Estimate? Logit(WeightedMean? hits, double level)
    {
        if (hits is not { StandardError: { } error } mean) return null;

        double share = Math.Clamp(mean.Value, 0, 1);
        if (share is 0 or 1)
        {
            (double lower, double upper) = ProportionInterval.WilsonLimits(share * mean.EffectiveN, mean.EffectiveN, level);
            return new Estimate { Value = share, Lower = lower, Upper = upper, N = mean.N, EffectiveN = mean.EffectiveN, Level = level, Method = "Wilson, effective n" };
        }

        double odds = Math.Log(share / (1 - share)), half = Domain.StudentReach(level, mean.N - 1) * error / (share * (1 - share));
        return new Estimate { Value = share, Lower = Share(odds - half), Upper = Share(odds + half), N = mean.N, EffectiveN = mean.EffectiveN, Level = level, Method = "logit, linearized" };
    }

    private static double Share(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
