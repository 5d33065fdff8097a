using CustomerJourney.Events;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Surveys;

/// <summary>The interval of a weighted mean of outcomes, as it suits their kind.</summary>
internal static class PoststratifiedEstimate
{
    /// <summary>
    /// For shares the logit interval; else Student's t on the linearized standard error, cut to what a net share or a score can be. A net share of answers that are all the same, whose error is 0, has the
    /// adjusted Wald interval of as many answers as they effectively are. Null below two answers.
    /// </summary>
    public static Estimate? Of(PoststratifiedSurvey definition, double[] values, double[] weights, long[] counts)
    {
        if (definition.Outcome.Kind == ResultColumnKind.Share) return WeightedProportion.Logit(WeightedMean.Of([.. values.Select(value => value > 0 ? 1.0 : 0)], weights, counts), definition.Level);
        if (WeightedMean.Of(values, weights, counts) is not { StandardError: { } error } mean) return null;
        bool isNet = definition.Outcome.SampleOf([]) is NetSample;
        if (isNet && error == 0 && mean.EffectiveN is { } effective)
        {
            (double lower, double upper) = NetShareInterval.AdjustedWaldLimits(Math.Max(0, mean.Value) * effective, Math.Max(0, -mean.Value) * effective, effective, definition.Level);
            return definition.Outcome.Shown(new Estimate { Value = mean.Value, Lower = lower, Upper = upper, N = mean.N, EffectiveN = effective, Level = definition.Level, Method = "adjusted Wald, effective n" });
        }

        double half = Domain.StudentReach(definition.Level, mean.N - 1) * error;
        return definition.Outcome.Shown(definition.Outcome.OnScale(new Estimate
        {
            Value = mean.Value,
            Lower = isNet ? Math.Max(-1, mean.Value - half) : mean.Value - half,
            Upper = isNet ? Math.Min(1, mean.Value + half) : mean.Value + half,
            N = mean.N,
            EffectiveN = mean.EffectiveN,
            Level = definition.Level,
            Method = "Student t, linearized",
        }));
    }
}
