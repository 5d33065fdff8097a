namespace CustomerJourney.Classification.Tracking;

/// <summary>
/// One customer of a tracker: sealed memory of what lies before the horizon, the events inside it in the order of a log, and the memory after all of them. An event that comes last in order is one step;
/// one that comes late has the events of the horizon applied anew. Not safe for use by many threads.
/// </summary>
internal sealed class TrackedCustomer
{
    /// <summary>So many events may wait before they are sealed, so that the list is not moved for each.</summary>
    private const int Waiting = 16;

    /// <summary>Of many events this part may wait, and of too many this part is sealed at once: what is done for all that are kept is shared by so many.</summary>
    private const int PartOfMany = 8;

    private readonly TrackerDefinition _definition;
    private readonly List<TrackedEvent> _events;
    private readonly CustomerMemory _head;
    private TrackedIds _ids;

    public TrackedCustomer(TrackerDefinition definition, string customer)
        : this(definition, customer, new CustomerMemory(definition), [])
    {
    }

    /// <param name="definition">What all customers share.</param>
    /// <param name="customer">The id of the customer.</param>
    /// <param name="sealedMemory">What is known after the events that are sealed.</param>
    /// <param name="events">The events that are not, in order.</param>
    public TrackedCustomer(TrackerDefinition definition, string customer, CustomerMemory sealedMemory, List<TrackedEvent> events)
    {
        _definition = definition;
        Customer = customer;
        Sealed = sealedMemory;
        _events = events;
        _ids = new TrackedIds(events);
        _head = sealedMemory.Copy();
        Replay();
    }

    public TrackerDefinition Definition => _definition;

    public string Customer { get; }

    public CustomerMemory Sealed { get; }

    public IReadOnlyList<TrackedEvent> Events => _events;

    /// <summary>Events that began before this instant are too late.</summary>
    public long Horizon { get; set; } = long.MinValue;

    /// <summary>How many events have been counted; the number of the next arrival.</summary>
    public long Arrivals { get; set; }

    public long TooLate { get; set; }

    public long Duplicates { get; set; }

    /// <summary>The current stage as of the latest event.</summary>
    public Stage? Current => _head.Current();

    /// <summary>Where the customer is as of the latest event, or of a later instant.</summary>
    public CustomerStage ToCustomerStage(long? asOfTicks)
    {
        CustomerMemory memory = _head;
        if (asOfTicks is long ticks)
        {
            memory = _head.Copy();
            memory.AdvanceTo(ticks);
        }

        return memory.ToCustomerStage(Customer);
    }

    /// <summary>Makes a customer of a whole history, in which no event is late and an id counts once however far apart its events lie.</summary>
    /// <param name="definition">What all customers share.</param>
    /// <param name="customer">The id of the customer.</param>
    /// <param name="history">The events, in order.</param>
    public static TrackedCustomer Rebuild(TrackerDefinition definition, string customer, IReadOnlyList<TrackedEvent> history)
    {
        TrackedCustomer rebuilt = new(definition, customer);
        HashSet<string> ids = new(StringComparer.Ordinal);
        HashSet<TrackedEvent>? atOnce = null;
        for (int place = 0; place < history.Count; place++)
        {
            TrackedEvent e = history[place];
            bool isRepeated = e.Id is { } id && !ids.Add(id);
            if (place == 0 || !history[place - 1].IsAtOnceWith(e)) atOnce = null;
            else isRepeated |= !(atOnce ??= new(SameEvents.Comparer) { history[place - 1] }).Add(e);
            if (isRepeated) rebuilt.Duplicates++;
            else rebuilt._events.Add(e);
        }

        rebuilt.Arrivals = history.Count;
        if (history.Count == 0) return rebuilt;
        rebuilt._ids = new TrackedIds(rebuilt._events);
        rebuilt.Seal();
        rebuilt.Replay();
        return rebuilt;
    }

    public TrackingOutcome Track(in TrackedEvent arrived)
    {
        if (arrived.Started < Horizon)
        {
            TooLate++;
            return TrackingOutcome.TooLate;
        }

        Arrivals++;
        if (_ids.Find(_events, arrived) is >= 0 and int same)
        {
            Duplicates++;
            // Of events with one id a log keeps the first in order, whichever arrived first.
            if (arrived.CompareTo(_events[same]) < 0) Replace(same, arrived);
            return TrackingOutcome.Duplicate;
        }

        if (_definition.Options.KeptEvents == 0 && _events.Count > 0 && HorizonAt(arrived.Started) > _events[^1].Started) SealAll();
        int place = PlaceOf(arrived);
        if (IsRepeated(arrived, place))
        {
            Duplicates++;
            return TrackingOutcome.Duplicate;
        }

        Insert(place, arrived);
        return TrackingOutcome.Counted;
    }

    private void Replace(int same, in TrackedEvent arrived)
    {
        _events.RemoveAt(same);
        _events.Insert(PlaceOf(arrived), arrived);
        Replay();
    }

    private void Insert(int place, in TrackedEvent arrived)
    {
        _events.Insert(place, arrived);
        _ids.Add(arrived.Id, _events);
        if (place == _events.Count - 1) _head.Apply(arrived);
        else Replay();
        Seal();
    }

    /// <summary>Moves the horizon, and seals what lies before it, but for the latest events that are kept for explanations, once enough of that waits.</summary>
    private void Seal()
    {
        Horizon = Math.Max(Horizon, HorizonAt(_events[^1].Started));
        int kept = _definition.Options.KeptEvents;
        if (_events.Count > _definition.Options.MaximumEvents)
        {
            SealEarliest(kept);
            return;
        }

        int waiting = kept + Math.Max(Waiting, _events.Count / PartOfMany);
        if (_events.Count >= waiting && _events[waiting - 1].Started < Horizon) Seal(BeforeHorizon() - kept);
    }

    /// <summary>Brings too many events to fewer than may be kept: first of those before the horizon, and if that is not enough by moving it.</summary>
    private void SealEarliest(int kept)
    {
        int most = _definition.Options.MaximumEvents;
        int surplus = _events.Count - (most - (most / PartOfMany));
        if (BeforeHorizon() < surplus) Horizon = _events[surplus - 1].Started + 1;
        Seal(Math.Max(surplus, BeforeHorizon() - kept));
    }

    private void Seal(int count)
    {
        for (int place = 0; place < count; place++) Sealed.Apply(_events[place]);
        _ids.Remove(_events, 0, count);
        _events.RemoveRange(0, count);
    }

    /// <summary>How many of the events began before the horizon.</summary>
    private int BeforeHorizon()
    {
        int low = 0, high = _events.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_events[middle].Started < Horizon) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Where the horizon is if this is when the latest event began.</summary>
    private long HorizonAt(long latest) => latest - Math.Min(_definition.Options.Lateness.Ticks, latest);

    /// <summary>After a pause longer than the horizon all events so far are sealed at once: what is known after them is known already.</summary>
    private void SealAll()
    {
        Sealed.CopyFrom(_head);
        _events.Clear();
        _ids = new TrackedIds(_events);
    }

    /// <summary>Where an event belongs among those kept; behind equal ones, which came before it.</summary>
    private int PlaceOf(in TrackedEvent arrived)
    {
        int low = 0, high = _events.Count;
        if (high > 0 && _events[high - 1].CompareTo(arrived) < 0) return high;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_events[middle].CompareTo(arrived) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Whether one of the neighbors is equal in every field: equal events lie together but for their arrival.</summary>
    private bool IsRepeated(in TrackedEvent arrived, int place)
    {
        for (int before = place - 1; before >= 0 && _events[before].IsAtOnceWith(arrived); before--)
        {
            if (_events[before].IsSameAs(arrived)) return true;
        }

        return false;
    }

    private void Replay()
    {
        _head.CopyFrom(Sealed);
        foreach (TrackedEvent e in _events) _head.Apply(e);
    }
}
