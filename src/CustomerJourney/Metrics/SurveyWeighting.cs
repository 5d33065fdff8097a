using System.Globalization;
using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>The design weights of a survey: what they cost, which of them could not be used, and the figures that they give.</summary>
/// <remarks>
/// Σwy/Σw with the linearized standard error over customers, as R's survey package has it (svymean, ids = ~customer); where each customer counts once that is ids = ~1.
/// Shares and net shares have their interval at the effective number of answers: Kish's, and fewer where answers of one customer are alike.
/// </remarks>
public sealed record SurveyWeighting
{
    /// <summary>The attribute that holds the weights.</summary>
    public required string Attribute { get; init; }

    /// <summary>The valid answers without a valid weight: none, negative, infinite, or no number; they count for nothing else.</summary>
    public required long InvalidWeights { get; init; }

    /// <summary>What stands in the place of valid weights: the first eight texts in ordinal order; an empty one stands for no weight at all.</summary>
    public required IReadOnlyList<string> InvalidTexts { get; init; }

    /// <summary>Kish's effective number of answers, (Σw)²/Σw² (L. Kish, Survey Sampling, 1965); <see langword="null"/> when all weights are 0 or there are none.</summary>
    public required double? EffectiveN { get; init; }

    /// <summary>Kish's design effect of the weights: the answers over <see cref="EffectiveN"/>, at least 1; <see langword="null"/> likewise.</summary>
    public required double? DesignEffect { get; init; }

    /// <summary>The weighted figures with their standard errors, the main one first and the others in their order; <see langword="null"/> entries when all weights are 0 or there are none.</summary>
    public required IReadOnlyList<RatioOfMeans?> Figures { get; init; }

    /// <summary>The sums over customers behind each figure, for comparisons.</summary>
    internal IReadOnlyList<RatioSample> Samples { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(SurveyWeighting? other) =>
        other is not null && Attribute == other.Attribute && InvalidWeights == other.InvalidWeights && Nullable.Equals(EffectiveN, other.EffectiveN) && Nullable.Equals(DesignEffect, other.DesignEffect)
        && InvalidTexts.SequenceEqual(other.InvalidTexts) && Figures.SequenceEqual(other.Figures) && Samples.SequenceEqual(other.Samples);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Attribute, InvalidWeights, EffectiveN, DesignEffect);

    internal NoValue? WhyNoValue(string title, long answers) => EffectiveN is not null ? null
        : answers > 0 ? new NoValue { Reason = NoValueReason.ZeroBase, Message = string.Create(CultureInfo.InvariantCulture, $"{(answers == 1 ? $"The weight of the one answer to {title} is" : $"The weights of all {answers} answers to {title} are")} 0: give at least one a weight above 0 in '{Attribute}'.") }
        : InvalidWeights == 0 ? null
        : new NoValue
        {
            Reason = NoValueReason.ZeroBase,
            Message = string.Create(CultureInfo.InvariantCulture, $"None of {InvalidWeights} answers to {title} has a valid weight in '{Attribute}' ({SurveyText.Names(InvalidTexts)}): name the attribute of the event or the customer that holds it, as a number with a point."),
        };

    /// <summary>A weighted figure with the interval of its kind.</summary>
    /// <param name="figure">Which figure.</param>
    /// <param name="sample">Its kind, and the answers as they are counted.</param>
    /// <param name="level">The confidence level.</param>
    /// <param name="isClustered">Whether several answers of a customer count.</param>
    /// <param name="customers">How many customers there are.</param>
    /// <param name="parts">Of a net share, the figures that are the shares of positive and of negative answers.</param>
    internal Estimate? Estimate(int figure, Sample sample, double level, bool isClustered, long customers, (int Positive, int Negative) parts)
    {
        if (Figures[figure] is not { } mean || EffectiveN is not > 0) return null;
        double effective = EffectiveN.Value;
        if (sample is MeanSample) return MeanEstimate(mean, sample.Count, effective, level, isClustered);

        (double positive, double negative) = sample is NetSample ? (Figures[parts.Positive]!.Value, Figures[parts.Negative]!.Value) : (mean.Value, 0);
        if (isClustered)
        {
            if (mean.StandardError is not { } error || customers < 2) return null;
            double variance = Math.Max(0, positive + negative - (mean.Value * mean.Value));
            effective = Math.Min(effective, error == 0 ? customers : effective > 1 ? effective / (effective - 1) * variance / (error * error) : effective);
        }

        if (!(effective > 0)) return null;
        (double lower, double upper) = sample is NetSample
            ? NetShareInterval.AdjustedWaldLimits(positive * effective, negative * effective, effective, level)
            : ProportionInterval.WilsonLimits(mean.Value * effective, effective, level);
        return new Estimate
        {
            Value = mean.Value,
            Lower = lower,
            Upper = upper,
            N = sample.Count,
            EffectiveN = effective,
            Level = level,
            Method = $"{(sample is NetSample ? "adjusted Wald" : "Wilson")}, weighted{(isClustered ? ", clustered by customer" : "")}",
        };
    }

    private static Estimate? MeanEstimate(RatioOfMeans mean, long answers, double effective, double level, bool isClustered)
    {
        if (mean.StandardError is not { } error) return null;
        double half = -StudentTDistribution.Quantile((1 - level) / 2, mean.N - 1) * error;
        return new Estimate
        {
            Value = mean.Value,
            Lower = mean.Value - half,
            Upper = mean.Value + half,
            N = answers,
            EffectiveN = effective,
            Level = level,
            Method = $"Student t, weighted{(isClustered ? ", clustered by customer" : "")}",
        };
    }
}
