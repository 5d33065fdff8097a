namespace CustomerJourney.Classification.Tracking;

/// <summary>Finds events by their ids: among a few by looking at each, among many by a set that is made when it is first of use.</summary>
internal struct TrackedIds(IReadOnlyList<TrackedEvent> events)
{
    private const int Few = 16;

    private HashSet<string>? _ids = events.Count > Few ? SetOf(events) : null;

    /// <summary>The place of the event with an id; −1 if there is none.</summary>
    public readonly int Find(List<TrackedEvent> among, string id)
    {
        if (_ids is not null && !_ids.Contains(id)) return -1;
        for (int place = among.Count - 1; place >= 0; place--)
        {
            if (among[place].Id == id) return place;
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
