using CustomerJourney.Classification.Machine;

namespace CustomerJourney.Classification.Tracking;

/// <summary>What is known of a customer after some of his events: the numbers of machine and visits, and the attributes that tell his persona. Events are applied in the order of a log.</summary>
internal readonly struct CustomerMemory
{
    private readonly TrackerDefinition _definition;

    public CustomerMemory(TrackerDefinition definition)
        : this(definition, new long[definition.MemorySize], new string?[definition.Attributes.Length])
    {
        definition.Visits.Begin(Visits);
        definition.Machine.Begin(Machine);
    }

    public CustomerMemory(TrackerDefinition definition, long[] numbers, string?[] attributes)
    {
        _definition = definition;
        Numbers = numbers;
        Attributes = attributes;
    }

    public long[] Numbers { get; }

    /// <summary>The values of <see cref="TrackerDefinition.Attributes"/>; null where the customer has none.</summary>
    public string?[] Attributes { get; }

    private Span<long> Visits => Numbers.AsSpan(0, _definition.VisitsSize);

    private Span<long> Machine => Numbers.AsSpan(_definition.MachineStart);

    public CustomerMemory Copy() => new(_definition, (long[])Numbers.Clone(), (string?[])Attributes.Clone());

    public void CopyFrom(CustomerMemory other)
    {
        other.Numbers.CopyTo(Numbers.AsSpan());
        other.Attributes.CopyTo(Attributes.AsSpan());
    }

    public void Apply(in TrackedEvent tracked)
    {
        ArrivingEvent e = new(_definition.Machine, tracked.Source, tracked.Started);
        VisitSink sink = new(_definition.Visits, Visits);
        byte stage = _definition.Machine.Apply(Machine, e, ref sink);
        _definition.Visits.AddEvent(Visits, stage, tracked.Started, e.EarlierStagesAreUnknown);
        // What all customers share is at hand; the attributes of this one may lie far away.
        if (_definition.Attributes.Length == 0 || tracked.Source.CustomerAttributes.Count == 0) return;
        for (int place = 0; place < Attributes.Length; place++)
        {
            if (tracked.Source.CustomerAttributes.TryGetValue(_definition.Attributes[place], out string? value)) Attributes[place] = value;
        }
    }

    public void AdvanceTo(long ticks)
    {
        VisitSink sink = new(_definition.Visits, Visits);
        _definition.Machine.AdvanceTo(Machine, ticks, ref sink);
    }

    public Stage? Current()
    {
        int place = _definition.Visits.CurrentOf(Visits, _definition.Rules.Current);
        return place < 0 ? null : _definition.Stages[place];
    }

    public CustomerStage ToCustomerStage(string customer) =>
        _definition.Visits.ToCustomerStage(Visits, customer, PersonaAssignment.Of(_definition.Journey, AttributeValue), _definition.Journey, _definition.Rules);

    private string? AttributeValue(string name) => Attributes[Array.IndexOf(_definition.Attributes, name)];
}
