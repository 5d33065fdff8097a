using CustomerJourney.Statistics.Lifetime;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>What is expected of one customer.</summary>
public sealed record PurchasePrediction
{
    /// <summary>The id of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>How often he came back, when last, and for how long he was watched, in the unit of the models.</summary>
    public required CustomerSummary Summary { get; init; }

    /// <summary>The probability 0…1 that he still is a customer. By BG/NBD 1 for everybody who has not come back yet.</summary>
    public required double ProbabilityAlive { get; init; }

    /// <summary>The expected number of purchases up to the horizon, not negative.</summary>
    public required double ExpectedPurchases { get; init; }

    /// <summary>The expected value of a purchase, before margin; <see langword="null"/> without a model of values, where it has no mean, where his purchases lack amounts, and where the log has amounts in a currency that the model was not fitted to.</summary>
    public required double? ExpectedValue { get; init; }

    /// <summary>What the expected purchases are worth today: margin of the value, discounted; <see langword="null"/> without <see cref="ExpectedValue"/>.</summary>
    public required double? LifetimeValue { get; init; }
}
