namespace CustomerJourney.Metrics.Lifetime;

/// <summary>A customer's purchases under his id.</summary>
/// <param name="Id">The id of the customer.</param>
/// <param name="Transactions">The purchases as transactions.</param>
/// <param name="Purchases">How many there are, those of one day apart.</param>
internal readonly record struct PurchaseCustomer(string Id, PurchaseTransactions Transactions, int Purchases);
