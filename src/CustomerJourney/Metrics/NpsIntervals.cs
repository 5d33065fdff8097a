using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics;

/// <summary>Intervals of net shares by name.</summary>
internal static class NpsIntervals
{
    private const long FewAnswers = 20;
    private const long FewElsewhere = 5;

    public static Estimate? Of(NetSample sample, NpsInterval interval, double level)
    {
        (long plus, long none, long minus) = (sample.Positive, sample.Neutral, sample.Negative);
        return interval switch
        {
            NpsInterval.Automatic => Automatic(sample, level),
            NpsInterval.AdjustedWald => NetShareInterval.AdjustedWald(plus, none, minus, level),
            NpsInterval.Score => NetShareInterval.Score(plus, none, minus, level),
            NpsInterval.Wald => NetShareInterval.Wald(plus, none, minus, level),
            NpsInterval.AgrestiMin => NetShareInterval.AgrestiMin(plus, none, minus, level),
            NpsInterval.BonettPrice => NetShareInterval.BonettPrice(plus, none, minus, level),
            NpsInterval.StudentT => NetShareInterval.StudentT(plus, none, minus, level),
            NpsInterval.Goodman => Goodman(sample, level),
            NpsInterval.PercentileBootstrap => NetShareInterval.PercentileBootstrap(plus, none, minus, level),
            _ => Posterior(sample, level),
        };
    }

    private static Estimate? Automatic(NetSample sample, double level)
    {
        bool isSmall = sample.Count < FewAnswers;
        if (!isSmall && sample.Count - Math.Max(sample.Neutral, Math.Max(sample.Positive, sample.Negative)) >= FewElsewhere) return sample.Estimate(level);
        return NetShareInterval.Score(sample.Positive, sample.Neutral, sample.Negative, level) is { } score ? score with { Method = isSmall ? "score, as answers are few" : "score, as shares are extreme" } : null;
    }

    /// <summary>The quantile of chi-square with two degrees of freedom is −2 ln(1 − level).</summary>
    private static Estimate? Goodman(NetSample sample, double level)
    {
        if (sample.Value is not { } net || sample.StandardError is not { } error) return null;
        return Around(sample, net, Math.Sqrt(-2 * Math.Log(1 - level)) * error, level, "Goodman");
    }

    private static Estimate? Posterior(NetSample sample, double level)
    {
        if (sample.Count == 0) return null;
        NetSharePosterior posterior = NetSharePosterior.Dirichlet(sample);
        return Around(sample, posterior.Mean, -NormalDistribution.Quantile((1 - level) / 2) * posterior.StandardDeviation, level, "Dirichlet posterior, normal");
    }

    private static Estimate Around(NetSample sample, double center, double half, double level, string method) => new()
    {
        Value = sample.Value!.Value,
        Lower = Math.Max(-1, center - half),
        Upper = Math.Min(1, center + half),
        N = sample.Count,
        Level = level,
        Method = method,
    };
}
