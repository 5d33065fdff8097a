using CustomerJourney.Statistics;

namespace CustomerJourney.Metrics.Lifetime;

/// <summary>Customers who had come back as often, and what they did afterwards.</summary>
public sealed record PurchaseValidationRow
{
    /// <summary>How often they had come back by the end of calibration.</summary>
    public required int Repeats { get; init; }

    /// <summary>Whether those who had come back more often stand in this row too.</summary>
    public required bool IsOrMore { get; init; }

    /// <summary>The transactions that each of them made afterwards: transactions of each, and 1 below the line. Its interval does not go below 0.</summary>
    public required RatioSample Actual { get; init; }

    /// <summary>The transactions that the model expected of each of them, on average.</summary>
    public required double Expected { get; init; }
}
