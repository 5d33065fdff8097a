namespace CustomerJourney.Events;

/// <summary>The columns that every log has, in the order of the log, and where the other columns find their rows.</summary>
internal sealed record SortedEvents
{
    /// <summary>For each customer, the index of the first event; one more entry at the end.</summary>
    public required int[] Offsets { get; init; }

    public required long[] Ticks { get; init; }

    public required ushort[] Events { get; init; }

    public required byte[]? Channels { get; init; }

    public required SortedRows Rows { get; init; }

    /// <summary>How many events arrived after a later one of their customer.</summary>
    public required long Late { get; init; }

    public int Count => Ticks.Length;

    /// <summary>The customer of an event.</summary>
    public int CustomerAt(int position)
    {
        int found = Array.BinarySearch(Offsets, position);
        if (found < 0) return ~found - 1;

        // Customers without events share an offset with the next one.
        while (Offsets[found + 1] == position) found++;
        return found;
    }
}
