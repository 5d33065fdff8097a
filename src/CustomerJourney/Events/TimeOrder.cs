namespace CustomerJourney.Events;

/// <summary>The order of a customer's events in a log whose rows all have no start and no sequence: by time. Equal events keep the order of arrival.</summary>
internal readonly struct TimeOrder : IEventOrder
{
    /// <inheritdoc/>
    public int Compare(in ArrivedEvent x, in ArrivedEvent y) => x.Ticks.CompareTo(y.Ticks);
}
