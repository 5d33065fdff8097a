namespace CustomerJourney.Metrics.Drivers;

/// <summary>One customer: the outcome and the numbers that are not 0, by the places of their columns.</summary>
internal sealed record FeatureRow(string Customer, double Outcome, FeatureCell[] Cells)
{
    /// <summary>What else the owner of the table keeps of a customer.</summary>
    public byte State { get; init; }

    /// <summary>An instant in UTC ticks that the owner of the table keeps of a customer.</summary>
    public long Until { get; init; }
}
