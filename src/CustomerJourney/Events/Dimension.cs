namespace CustomerJourney.Events;

/// <summary>What events are grouped by: stage, touchpoint, channel, calendar period, an attribute. A value, equal by value.</summary>
public abstract record Dimension
{
    /// <summary>The name of the group of events and customers that have no value, where the map assigns none.</summary>
    internal const string Unassigned = "Unassigned";

    /// <summary>The name of the group of events and customers that have no value.</summary>
    internal const string NoValue = "None";

    private protected Dimension()
    {
    }

    /// <summary>The stage, in journey order: for a survey answer the one that it is about, else that of its event, else the one in which the customer was.</summary>
    public static Dimension Stage { get; } = new StageDimension();

    /// <summary>The touchpoint, in journey order: for a survey answer the one that it is about, else that of its event.</summary>
    public static Dimension Touchpoint { get; } = new TouchpointDimension();

    /// <summary>The channel of the event.</summary>
    public static Dimension Channel { get; } = new ChannelDimension();

    /// <summary>The currency of the amount that the event carries; events without an amount, and amounts that name no currency, are in the row of what has no value.</summary>
    public static Dimension Currency { get; } = new CurrencyDimension();

    /// <summary>The customer's persona, in the order of the map.</summary>
    public static CustomerDimension Persona { get; } = new PersonaDimension();

    /// <summary>The stage that the customer is in by the rule of the classifier: that of the latest evidence, unless the rule is another one.</summary>
    public static CustomerDimension CurrentStage { get; } = new CurrentStageDimension();

    /// <summary>An attribute of customers.</summary>
    /// <param name="name">The name of the attribute, compared ordinally.</param>
    public static CustomerDimension Attribute(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new CustomerAttributeDimension(name);
    }

    /// <summary>An attribute of events.</summary>
    /// <param name="name">The name of the attribute, compared ordinally.</param>
    public static Dimension EventAttribute(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new EventAttributeDimension(name);
    }

    /// <summary>The calendar period in which the event happened. Periods without events stay between the first and the last one that has some.</summary>
    /// <param name="unit">The length of a period.</param>
    /// <param name="calendar">The zone and the first day of the week; UTC and Monday by default.</param>
    public static Dimension Calendar(CalendarUnit unit, ReportingCalendar? calendar = null)
    {
        if (!Enum.IsDefined(unit)) throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown calendar unit.");
        return new CalendarDimension(unit, calendar ?? ReportingCalendar.Utc);
    }

    /// <summary>For each customer, the value of the first event that has one. Silence that puts a customer into a stage counts as an event of that stage.</summary>
    public CustomerDimension First => new PickedDimension(this, PickedEvent.First, null, null);

    /// <summary>For each customer, the value of the last event that has one. Silence that puts a customer into a stage counts as an event of that stage.</summary>
    public CustomerDimension Last => new PickedDimension(this, PickedEvent.Last, null, null);

    /// <summary>For each customer, the value of the last event at or before an instant that has one. Silence that puts a customer into a stage counts as an event of that stage.</summary>
    /// <param name="time">The instant.</param>
    public CustomerDimension At(DateTimeOffset time) => new PickedDimension(this, PickedEvent.LastAt, time, null);

    /// <summary>For each customer, the value of the first event of a name.</summary>
    /// <param name="eventName">The name of the event.</param>
    public CustomerDimension AtFirst(string eventName)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return new PickedDimension(this, PickedEvent.FirstNamed, null, eventName);
    }

    /// <summary>What the dimension is called in tables.</summary>
    internal abstract string Title { get; }

    /// <summary>The whole definition in words, by which parts of an answer are recognized.</summary>
    internal virtual string Description => Title;

    internal abstract GroupBinding Bind(LogSchema schema);

    /// <summary>The named groups of an answer that was merged of parts, with those that no part had but the whole has.</summary>
    internal virtual IEnumerable<GroupKey> Completed(IReadOnlyList<GroupKey> named) => named;

    /// <summary>Whether a group that was read of a kept state can be one of this dimension.</summary>
    internal virtual bool CanHold(GroupKey key) => true;

    /// <summary>Binds, or makes an empty axis where there is no log because only finished states are merged.</summary>
    internal IReadOnlyList<GroupKey> KeysIn(LogSchema schema, out GroupBinding? binding)
    {
        binding = schema.IsDetached ? null : Bind(schema);
        return binding?.Keys ?? [];
    }

    /// <summary>The definition in words.</summary>
    public sealed override string ToString() => Description;
}
