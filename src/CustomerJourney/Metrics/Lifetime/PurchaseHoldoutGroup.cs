namespace CustomerJourney.Metrics.Lifetime;

/// <summary>Customers with the same purchases before the end of calibration, and how many transactions they made after it.</summary>
internal readonly record struct PurchaseHoldoutGroup(int Repeats, int Recency, int Age, long Customers, long HeldOut, long Squares);
