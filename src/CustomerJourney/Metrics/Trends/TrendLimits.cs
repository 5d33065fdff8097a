namespace CustomerJourney.Metrics.Trends;

/// <summary>How far periods may lie from what is expected when nothing has changed.</summary>
public enum TrendLimits
{
    /// <summary>
    /// By chance alone, as the kind of figure has it: shares by the p chart, net shares (NPS) by the variance of the indicator −1, 0, 1, means by the variance within periods.
    /// Limits are wider for periods of fewer observations. Where several observations of one customer count, which are alike, they are those of <see cref="Widened"/>. Ratios of sums go by the residuals of customers. Figures without a sample behind them (medians) fall back to <see cref="Individuals"/>.
    /// </summary>
    Sampling,

    /// <summary>
    /// By chance and by what varies from period to period besides: the limits of <see cref="Sampling"/> times the standard deviation of the baseline's standardized deviations, by their moving ranges,
    /// where that is above 1 (D. B. Laney, "Improved control charts for attributes", Quality Engineering 14, 2002). For large numbers of observations, of which chance alone explains too little.
    /// </summary>
    Widened,

    /// <summary>By the ups and downs of the baseline from period to period alone (individuals chart); how many observations a period has does not count.</summary>
    Individuals,
}
