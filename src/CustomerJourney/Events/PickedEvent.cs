namespace CustomerJourney.Events;

/// <summary>Which event of a customer gives the customer's value.</summary>
internal enum PickedEvent
{
    First,
    Last,
    LastAt,
    FirstNamed,
}
