namespace CustomerJourney.Metrics;

internal enum QuantityKind
{
    One,
    Events,
    Amounts,
    Days,
}
