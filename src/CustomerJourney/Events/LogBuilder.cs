namespace CustomerJourney.Events;

/// <summary>
/// Collects events in the order of arrival, column by column, and builds the sorted <see cref="JourneyLog"/> once.
/// Every source goes through it: sequences of events and the readers of the IO room. Used by one thread;
/// several threads fill a builder each, as parts of one log (see <see cref="Build(IReadOnlyList{LogBuilder}, CancellationToken)"/>).
/// </summary>
internal sealed partial class LogBuilder
{
    private readonly ReadOptions _options;
    private readonly RejectionList _rejections;
    private readonly ArrivedEvents _arrived = new();
    private readonly GrowingColumn<long> _startedAt = new();
    private readonly GrowingColumn<long> _recordedAt = new();
    private readonly GrowingColumn<long> _sequences = new();
    private readonly GrowingColumn<string?> _ids = new();
    private readonly GrowingColumn<long> _lines = new();

    private readonly GrowingColumn<int> _feedbackRows = new();
    private readonly GrowingColumn<byte> _feedbackKinds = new();
    private readonly GrowingColumn<double> _scores = new();
    private readonly GrowingColumn<int> _questionCodes = new();
    private readonly GrowingColumn<int> _aboutCodes = new();

    private readonly GrowingColumn<int> _moneyRows = new();
    private readonly GrowingColumn<long> _moneyUnits = new();
    private readonly GrowingColumn<int> _currencyCodes = new();

    private readonly WaitingNames _customersWaiting;
    private int _rowsWaiting;

    private readonly List<AttributeBuilder> _eventAttributes = [];
    private readonly List<AttributeBuilder> _customerAttributes = [];
    private readonly List<(int Customer, int Attribute, int Value)> _profileValues = [];

    /// <param name="options">How the source is read.</param>
    /// <param name="sibling">A part of the same log, whose table of customers this one shares: many names are in every part, and one table takes half the memory.</param>
    public LogBuilder(ReadOptions options, LogBuilder? sibling = null)
        : this(options, new RejectionList(options), sibling?.CustomerNames)
    {
    }

    private LogBuilder(ReadOptions options, RejectionList rejections, NameTable? customers)
    {
        _options = options;
        _rejections = rejections;
        CustomerNames = customers ?? Names(nameof(JourneyEvent.Customer));
        _customersWaiting = new WaitingNames(CustomerNames);
        Questions = Names(nameof(Feedback.Question));
        AboutNames = Names(nameof(Feedback.About));
        Currencies = Names(nameof(JourneyEvent.Currency));
        States = Names(nameof(EventMapping.Previous));
    }

    public NameTable CustomerNames { get; }

    public NameTable EventNames { get; } = new();

    public NameTable ChannelNames { get; } = new();

    public NameTable Questions { get; }

    /// <summary>Touchpoints that answers are about, as the source names them.</summary>
    public NameTable AboutNames { get; }

    public NameTable Currencies { get; }

    /// <summary>What the source calls the column of event names, for messages.</summary>
    public string EventColumn { get; init; } = nameof(JourneyEvent.Event);

    /// <summary>What the source calls the column of channels, for messages.</summary>
    public string ChannelColumn { get; init; } = nameof(JourneyEvent.Channel);

    /// <summary>What the source calls the column of event ids, for messages.</summary>
    public string IdColumn { get; init; } = nameof(JourneyEvent.Id);

    /// <summary>What the reader of the source counted besides rows.</summary>
    public IReadOnlyList<NameCount> SourceCounts { get; set; } = [];

    /// <summary>The amounts of money that were rounded to four decimals, as the mapping asks.</summary>
    public long RoundedAmounts { get; set; }

    /// <summary>The lines of the source that had nothing in them and are no rows.</summary>
    public long BlankLines { get; set; }

    /// <summary>The columns of the mapping that no row of the source had.</summary>
    public IReadOnlyList<string> AbsentColumns { get; set; } = [];

    public int EventCount => _arrived.Count;

    /// <summary>The number of rows that the mapping left out.</summary>
    public long Skipped { get; private set; }

    /// <summary>How often a row counted again because it gave more than one event.</summary>
    public long FurtherEvents { get; set; }

    /// <summary>The number of rows handed in: those added, those rejected and those left out.</summary>
    public long RowsRead => _rejections.Count + EventCount + Skipped;

    /// <summary>Counts a row that the mapping leaves out.</summary>
    public void Skip() => Skipped++;

    /// <summary>
    /// Whether the line of the next event matters: a name of it is new, or lines of duplicates are told. Where not, sources need not count lines.
    /// To be asked after the names of the event have their codes.
    /// </summary>
    public bool NeedsLine => KeepsLines || EventNames.Count > _eventPlaces.Count || ChannelNames.Count > _channelPlaces.Count;

    /// <summary>Whether the line of every event is kept.</summary>
    public bool KeepsLines => _options.Duplicates == DuplicateEvents.Reject;

    /// <summary>Adds an event. The line is where it stands in its source, for messages.</summary>
    public void Add(in EventRow row, long line)
    {
        FindCustomers();
        AddRow(row, line);
    }

    private void AddRow(in EventRow row, long line)
    {
        if (EventNames.Count > _eventPlaces.Count || ChannelNames.Count > _channelPlaces.Count) AddNewNames(row, line);
        int index = EventCount;
        bool hasMore = row.HasFeedback || row.HasMoney || row.Id is not null || row.StartedAt != EventRow.None || row.RecordedAt != EventRow.None || row.Sequence != EventRow.None;
        _arrived.Add(new ArrivedEvent
        {
            Ticks = row.At,
            Customer = row.Customer,
            Event = (ushort)row.Event,
            Channel = row.Channel < 0 ? LogSchema.NoChannel : (byte)row.Channel,
            HasMore = hasMore,
        });
        if (KeepsLines) _lines.Add(line);
        if (!hasMore) return;
        if (row.StartedAt != EventRow.None) _startedAt.AddAt(index, row.StartedAt, EventRow.None);
        if (row.RecordedAt != EventRow.None) _recordedAt.AddAt(index, row.RecordedAt, EventRow.None);
        if (row.Sequence != EventRow.None) _sequences.AddAt(index, row.Sequence, EventRow.None);
        if (row.Id is not null) _ids.AddAt(index, row.Id, null);
        if (row.HasFeedback)
        {
            _feedbackRows.Add(index);
            _feedbackKinds.Add((byte)row.FeedbackKind);
            _scores.Add(row.Score);
            if (row.Question >= 0) _questionCodes.AddAt(_feedbackRows.Count - 1, row.Question, -1);
            if (row.About >= 0) _aboutCodes.AddAt(_feedbackRows.Count - 1, row.About, -1);
        }

        if (row.HasMoney)
        {
            _moneyRows.Add(index);
            _moneyUnits.Add(row.MoneyUnits);
            _currencyCodes.Add(row.Currency);
        }
    }

    /// <summary>Adds an event of a customer whose code is found later, together with those of the events before and behind: much faster where there are many customers.</summary>
    /// <param name="row">The event; its customer is not looked at.</param>
    /// <param name="customer">The name of the customer, valid UTF-8.</param>
    /// <param name="line">Where the event stands in its source, for messages.</param>
    public void Add(in EventRow row, ReadOnlySpan<byte> customer, long line)
    {
        AddRow(row, line);
        _rowsWaiting++;
        if (_customersWaiting.Enqueue(customer)) FindCustomers();
    }

    /// <summary>Adds an event that has nothing but what every event has, as <see cref="Add(in EventRow, ReadOnlySpan{byte}, long)"/> does. Not to be used where <see cref="NeedsLine"/>.</summary>
    public void Add(ReadOnlySpan<byte> customer, int name, int channel, long ticks)
    {
        _arrived.Add(new ArrivedEvent
        {
            Ticks = ticks,
            Event = (ushort)name,
            Channel = channel < 0 ? LogSchema.NoChannel : (byte)channel,
        });
        _rowsWaiting++;
        if (_customersWaiting.Enqueue(customer)) FindCustomers();
    }

    /// <summary>Gives the event attribute of a name, for <see cref="SetEventAttribute"/>.</summary>
    public int EventAttribute(string name) => IndexOf(_eventAttributes, name);

    /// <summary>Gives the customer attribute of a name, for <see cref="SetCustomerAttribute"/>.</summary>
    public int CustomerAttribute(string name) => IndexOf(_customerAttributes, name);

    /// <summary>The values of an event attribute, for turning a value into a code.</summary>
    public NameTable EventAttributeValues(int attribute) => _eventAttributes[attribute].Values;

    /// <summary>The values of a customer attribute, for turning a value into a code.</summary>
    public NameTable CustomerAttributeValues(int attribute) => _customerAttributes[attribute].Values;

    /// <summary>Sets an event attribute of the event added last.</summary>
    public void SetEventAttribute(int attribute, int value)
    {
        _eventAttributes[attribute].Codes.AddAt(EventCount - 1, value, -1);
        _arrived.Last.HasMore = true;
    }

    /// <summary>Sets a customer attribute as the event added last knows it.</summary>
    public void SetCustomerAttribute(int attribute, int value)
    {
        _customerAttributes[attribute].Codes.AddAt(EventCount - 1, value, -1);
        _arrived.Last.HasMore = true;
    }

    /// <summary>Adds a customer that may have no events.</summary>
    public void AddProfile(int customer, int attribute, int value) => _profileValues.Add((customer, attribute, value));

    /// <summary>Counts a bad row and lists it; throws when reading strictly.</summary>
    public void Reject(long line, string column, string value, string reason) => _rejections.Add(line, column, value, reason);

    /// <summary>Finds the codes of the customers of the events added last.</summary>
    private void FindCustomers()
    {
        if (_rowsWaiting == 0) return;
        int row = EventCount - _rowsWaiting;
        foreach (int code in _customersWaiting.Resolve()) _arrived[row++].Customer = code;
        _rowsWaiting = 0;
    }

    /// <summary>A table of names that the options limit.</summary>
    private NameTable Names(string kind) => new(kind, _options.Limits.DistinctNames);

    private int IndexOf(List<AttributeBuilder> attributes, string name)
    {
        int index = attributes.FindIndex(attribute => attribute.Name == name);
        if (index >= 0) return index;
        attributes.Add(new AttributeBuilder(name, Names(name)));
        return attributes.Count - 1;
    }

    private sealed class AttributeBuilder(string name, NameTable values)
    {
        public string Name { get; } = name;

        public NameTable Values { get; } = values;

        public GrowingColumn<int> Codes { get; } = new();
    }
}
