namespace CustomerJourney.Metrics;

/// <summary>What an amount below zero means.</summary>
public enum RefundRule
{
    /// <summary>It is subtracted from the revenue of its customer, within the same group and period. It is no purchase.</summary>
    Subtract,

    /// <summary>It is left out, and counted.</summary>
    Ignore,
}
