namespace CustomerJourney.Classification.Machine;

/// <summary>Where a walk over the events of a customer is in a column that only some events have. It moves on when it is asked, so events that nobody asks about cost nothing.</summary>
/// <param name="first">The first of the customer's values.</param>
/// <param name="end">The value after the last one.</param>
internal struct SparseCursor(int first, int end)
{
    private int _next = first;

    /// <summary>The value that an event has; -1 if it has none. Asked in the order of events, as often as one likes.</summary>
    /// <param name="positions">The event of each value of the column, ascending.</param>
    /// <param name="index">The event.</param>
    public int At(int[] positions, int index)
    {
        int next = _next;
        while (next < end && positions[next] < index) next++;
        _next = next;
        return next < end && positions[next] == index ? next : -1;
    }
}
