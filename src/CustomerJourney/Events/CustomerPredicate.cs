namespace CustomerJourney.Events;

/// <summary>A question about one customer that is answered with yes or no.</summary>
/// <param name="trace">The customer's events; none for a customer who is only listed.</param>
public delegate bool CustomerPredicate(CustomerTrace trace);
