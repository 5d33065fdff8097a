namespace CustomerJourney.Classification.Tracking;

/// <summary>
/// One customer of a tracker: sealed memory of what lies before the horizon, the events inside it in the order of a log, and the memory after all of them. An event that comes last in order is one step;
/// one that comes late has the events of the horizon applied anew. Not safe for use by many threads.
/// </summary>
internal sealed class TrackedCustomer
{
    /// <summary>So many events may wait before they are sealed, so that the list is not moved for each.</summary>
    private const int Waiting = 16;

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

        if (_events.Count > 0 && HorizonAt(arrived.Started) > _events[^1].Started) SealAll();
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

    /// <summary>Moves the horizon, and seals what lies before it once enough of that waits.</summary>
    private void Seal()
    {
        Horizon = Math.Max(Horizon, HorizonAt(_events[^1].Started));
        if (_events.Count > _definition.Options.MaximumEvents)
            Horizon = Math.Max(Horizon, _events[_events.Count - _definition.Options.MaximumEvents - 1].Started + 1);
        if (_events.Count <= Waiting || _events[Waiting - 1].Started >= Horizon && _events.Count <= _definition.Options.MaximumEvents) return;
        int count = 0;
        while (count < _events.Count && _events[count].Started < Horizon) Sealed.Apply(_events[count++]);
        _events.RemoveRange(0, count);
        _ids = new TrackedIds(_events);
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
        for (int before = place - 1; before >= 0 && IsAtOnce(_events[before], arrived); before--)
        {
            if (_events[before].IsSameAs(arrived)) return true;
        }

        return false;
    }

    private static bool IsAtOnce(in TrackedEvent x, in TrackedEvent y) => x.Started == y.Started && x.Source.At.UtcTicks == y.Source.At.UtcTicks && x.Source.Sequence == y.Source.Sequence;

    private void Replay()
    {
        _head.CopyFrom(Sealed);
        foreach (TrackedEvent e in _events) _head.Apply(e);
    }
}
