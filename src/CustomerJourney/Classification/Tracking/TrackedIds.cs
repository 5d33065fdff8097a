using System.Runtime.InteropServices;

namespace CustomerJourney.Classification.Tracking;

/// <summary>Finds events by their ids: among a few by looking at each, among many by a set that is made when it is first of use.</summary>
internal struct TrackedIds(IReadOnlyList<TrackedEvent> events)
{
    private const int Few = 16;

    private HashSet<string>? _ids = events.Count > Few ? SetOf(events) : null;

    /// <summary>The place of the event with the id of another; −1 if there is none.</summary>
    public readonly int Find(List<TrackedEvent> among, in TrackedEvent arrived)
    {
        if (arrived.Id is not { } id) return -1;
        if (_ids is not null && !_ids.Contains(id)) return -1;
        ReadOnlySpan<TrackedEvent> events = CollectionsMarshal.AsSpan(among);
        for (int place = events.Length - 1; place >= 0; place--)
        {
            if (events[place].IdHash == arrived.IdHash && events[place].Id == id) return place;
        }

        return -1;
    }

    /// <summary>Takes in the id of an event that was just added.</summary>
    /// <param name="id">The id, if it has one.</param>
    /// <param name="among">The events, the added one included.</param>
    public void Add(string? id, List<TrackedEvent> among)
    {
        if (_ids is null && among.Count > Few) _ids = SetOf(among);
        else if (id is not null) _ids?.Add(id);
    }

    /// <summary>Forgets the ids of events that are no longer looked for.</summary>
    public readonly void Remove(List<TrackedEvent> among, int first, int count)
    {
        for (int place = first; _ids is not null && place < first + count; place++)
        {
            if (among[place].Id is { } id) _ids.Remove(id);
        }
    }

    private static HashSet<string> SetOf(IReadOnlyList<TrackedEvent> events)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (TrackedEvent e in events)
        {
            if (e.Id is { } id) ids.Add(id);
        }

        return ids;
    }
}
