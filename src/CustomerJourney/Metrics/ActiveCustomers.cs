using CustomerJourney.Events;

namespace CustomerJourney.Metrics;

/// <summary>Active customers: how many different customers have an event, or an event of a name. Grouped by day, week or month these are DAU, WAU and MAU.</summary>
public sealed record ActiveCustomers : EventMetric<ActiveCustomersResult>
{
    /// <summary>The name of the events that make a customer active; <see langword="null"/>, the default, for any event.</summary>
    public string? EventName
    {
        get;
        init => field = Given.NameOrNull(value);
    }

    /// <inheritdoc/>
    public override EventSelection Reads => EventSelection.All;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Events are known by their name, which only a log can tell: measure a log.</exception>
    public override Tally<ActiveCustomersResult> CreateTally() => NamedEvents.WithoutLog(EventName, this, CreateTally);

    internal override Tally<ActiveCustomersResult> CreateTally(LogSchema schema)
    {
        NamedEvents.RequireAll(Counting, this);
        return new Customers(this, schema);
    }

    private sealed class Customers(ActiveCustomers definition, LogSchema schema) : Tally<ActiveCustomersResult>
    {
        private readonly bool _isNamed = definition.EventName is not null;
        private readonly int _eventCode = definition.EventName is null ? -1 : schema.EventCode(definition.EventName);
        private long _customers, _events;
        private bool _any;

        public override void Add(in TraceEvent e)
        {
            if (_isNamed && e.Event != _eventCode) return;
            _any = true;
            _events++;
        }

        public override void EndCustomer()
        {
            if (_any) _customers++;
            _any = false;
        }

        public override void Merge(Tally<ActiveCustomersResult> other)
        {
            _customers += ((Customers)other)._customers;
            _events += ((Customers)other)._events;
        }

        public override ActiveCustomersResult ToResult() => new() { Definition = definition, Customers = _customers, Events = _events };

        public override void Save(BinaryWriter state)
        {
            state.Write(_customers);
            state.Write(_events);
        }

        public override void Load(BinaryReader state)
        {
            _customers = KeptNumbers.ReadCount(state);
            _events = KeptNumbers.ReadCount(state);
            if (_events < _customers) throw new InvalidDataException($"The state has {_customers} active customers with {_events} events.");
        }
    }
}
