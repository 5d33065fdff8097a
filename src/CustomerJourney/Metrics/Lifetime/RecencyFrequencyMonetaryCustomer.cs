using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>One customer's figures, scores and segment.</summary>
public sealed record RecencyFrequencyMonetaryCustomer
{
    /// <summary>The id of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>Days since the last purchase, number of purchases, and the sum of their values.</summary>
    public required RecencyFrequencyMonetary Figures { get; init; }

    /// <summary>The three scores, each from 1, the worst, to the number of bins.</summary>
    public required RecencyFrequencyMonetaryScore Score { get; init; }

    /// <summary>The scores one after another, recency first: "543".</summary>
    public string Code => FormattableString.Invariant($"{Score.Recency}{Score.Frequency}{Score.Monetary}");

    /// <summary>The segment.</summary>
    public required string Segment { get; init; }
}
