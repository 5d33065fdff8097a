namespace CustomerJourney.Metrics.Lifetime;

/// <summary>One purchase of a customer.</summary>
/// <param name="Ticks">When it happened, in UTC ticks.</param>
/// <param name="Units">What it was worth, in money units; 0 without an amount.</param>
/// <param name="HasAmount">Whether it carries an amount.</param>
internal readonly record struct PurchaseEvent(long Ticks, long Units, bool HasAmount);
