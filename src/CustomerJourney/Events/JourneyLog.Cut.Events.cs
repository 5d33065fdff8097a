namespace CustomerJourney.Events;

/// <content>Cutting by what events are: their names, channels and attributes, their repeats, and what lies before or after one of them.</content>
public partial class JourneyLog
{
    /// <summary>The events of some names; customers without any are left out.</summary>
    /// <param name="names">The names of the events to keep.</param>
    /// <exception cref="ArgumentException">The log does not know one of the names; the message names those it knows.</exception>
    public virtual JourneyLog KeepEvents(params IEnumerable<string> names)
    {
        bool[] isKept = new bool[Schema.Events.Count];
        foreach (string name in Checked(names, nameof(names))) isKept[RequireEvent(name, nameof(names))] = true;
        return CutByName(isKept);
    }

    /// <summary>The log without the events of some names; customers who had no others are left out. Names that the log does not know are passed over.</summary>
    /// <param name="names">The names of the events to leave out.</param>
    public virtual JourneyLog DropEvents(params IEnumerable<string> names)
    {
        bool[] isKept = new bool[Schema.Events.Count];
        Array.Fill(isKept, true);
        foreach (string name in Checked(names, nameof(names)))
        {
            if (Schema.EventCode(name) is >= 0 and int code) isKept[code] = false;
        }

        return CutByName(isKept);
    }

    /// <summary>The events of some groups, for example those on one channel or with one value of an attribute; customers without any are left out.</summary>
    /// <param name="dimension">What events are grouped by; a survey answer by its own event, whatever it is about.</param>
    /// <param name="values">The names of the groups; <c>None</c> (for stages and touchpoints <c>Unassigned</c>) for events without a value, where no value has this name.</param>
    /// <exception cref="ArgumentException">There is no group of one of the names; the message names those there are.</exception>
    /// <exception cref="InvalidOperationException">The dimension needs a map and the log has not been classified.</exception>
    public virtual JourneyLog Keep(Dimension dimension, params IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        string[] names = Checked(values, nameof(values));
        GroupBinding binding = dimension.Bind(Schema);
        return CutByGroup(binding, GroupsNamed(dimension, binding, names, nameof(values)), keeps: true);
    }

    /// <summary>The log without the events of some groups, for example those on one channel; customers who had no others are left out. Values that the log does not know are passed over.</summary>
    /// <param name="dimension">What events are grouped by; a survey answer by its own event, whatever it is about.</param>
    /// <param name="values">The names of the groups; <c>None</c> (for stages and touchpoints <c>Unassigned</c>) for events without a value, where no value has this name.</param>
    /// <exception cref="InvalidOperationException">The dimension needs a map and the log has not been classified.</exception>
    public virtual JourneyLog Drop(Dimension dimension, params IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        string[] names = Checked(values, nameof(values));
        GroupBinding binding = dimension.Bind(Schema);
        return CutByGroup(binding, GroupsNamed(dimension, binding, names, parameterOfUnknown: null), keeps: false);
    }

    /// <summary>The log with runs of equal neighboring events made one: the first of each run stays.</summary>
    /// <param name="maxGap">The longest time from the end of an event to the begin of its repeat; any by default. Each event of a run is compared with the one before it.</param>
    /// <param name="onSameChannel">Whether a repeat must also be on the same channel, or both on none.</param>
    /// <remarks>Answers, amounts and attributes of the repeats are gone with them.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The gap is negative.</exception>
    public virtual JourneyLog CollapseRepeats(TimeSpan? maxGap = null, bool onSameChannel = false)
    {
        if (maxGap < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(maxGap), maxGap, "The longest gap between repeats cannot be negative.");
        long most = maxGap?.Ticks ?? long.MaxValue;
        return CutEvents((in CustomerTrace trace, Span<bool> keeps) =>
        {
            ReadOnlySpan<ushort> events = trace.Events;
            ReadOnlySpan<byte> channels = trace.Channels;
            ReadOnlySpan<long> starts = trace.StartedTicks, ends = trace.Ticks;
            keeps[0] = true;
            for (int position = 1; position < keeps.Length; position++)
            {
                keeps[position] = events[position] != events[position - 1]
                    || (onSameChannel && channels[position] != channels[position - 1])
                    || starts[position] - ends[position - 1] > most;
            }
        });
    }

    /// <summary>For each customer, what lies up to an event; what comes after it is cut off. Customers of whom nothing is left are left out.</summary>
    /// <param name="eventName">The name of the event.</param>
    /// <param name="occurrence">Which one, for customers with several.</param>
    /// <param name="keepEvent">Whether the event itself stays.</param>
    /// <param name="keepOthers">Whether customers without such an event stay, with all they have; otherwise they are left out.</param>
    /// <exception cref="ArgumentException">The log does not know the event; the message names those it knows.</exception>
    public virtual JourneyLog TruncateAfter(string eventName, Occurrence occurrence = Occurrence.First, bool keepEvent = true, bool keepOthers = true) =>
        Truncate(eventName, occurrence, keepOthers, (start, end, at) => (start, at + (keepEvent ? 1 : 0)));

    /// <summary>For each customer, what lies from an event on; what comes before it is cut off. Customers of whom nothing is left are left out.</summary>
    /// <param name="eventName">The name of the event.</param>
    /// <param name="occurrence">Which one, for customers with several.</param>
    /// <param name="keepEvent">Whether the event itself stays.</param>
    /// <param name="keepOthers">Whether customers without such an event stay, with all they have; otherwise they are left out.</param>
    /// <exception cref="ArgumentException">The log does not know the event; the message names those it knows.</exception>
    public virtual JourneyLog TruncateBefore(string eventName, Occurrence occurrence = Occurrence.First, bool keepEvent = true, bool keepOthers = true) =>
        Truncate(eventName, occurrence, keepOthers, (start, end, at) => (at + (keepEvent ? 0 : 1), end));

    private JourneyLog Truncate(string eventName, Occurrence occurrence, bool keepOthers, Func<int, int, int, (int Start, int End)> runOf)
    {
        ushort code = (ushort)RequireEvent(eventName, nameof(eventName));
        RequireDefined(occurrence);
        int[] starts = new int[CustomerCount], ends = new int[CustomerCount];
        int[] customers = LogCut.Where(CustomerCount, customer =>
        {
            CustomerTrace trace = TraceOf(customer);
            int at = occurrence == Occurrence.First ? trace.Events.IndexOf(code) : trace.Events.LastIndexOf(code);
            (starts[customer], ends[customer]) = at < 0 ? (trace.Start, trace.Start + trace.Length) : runOf(trace.Start, trace.Start + trace.Length, trace.Start + at);
            return at < 0 ? keepOthers : starts[customer] < ends[customer];
        });
        return Cut(LogCut.OfRuns(customers, [.. customers.Select(customer => starts[customer])], [.. customers.Select(customer => ends[customer])]), Schema.ObservedUntil);
    }

    private JourneyLog CutByName(bool[] isKept) => CutEvents((in CustomerTrace trace, Span<bool> keeps) =>
    {
        ReadOnlySpan<ushort> events = trace.Events;
        for (int position = 0; position < keeps.Length; position++) keeps[position] = isKept[events[position]];
    });

    private JourneyLog CutByGroup(GroupBinding binding, bool[] isNamed, bool keeps) => CutEvents((in CustomerTrace trace, Span<bool> marks) =>
    {
        for (int position = 0; position < marks.Length; position++) marks[position] = isNamed[binding.GroupAt(trace, position)] == keeps;
    });

    private int RequireEvent(string name, string parameter)
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        return Schema.EventCode(name) is >= 0 and int code ? code
            : throw new ArgumentException($"The log has no event '{name}'; it has {Listed(Schema.Events)}.", parameter);
    }

    private static void RequireDefined(Occurrence occurrence)
    {
        if (!Enum.IsDefined(occurrence)) throw new ArgumentOutOfRangeException(nameof(occurrence), occurrence, "Unknown occurrence.");
    }
}
