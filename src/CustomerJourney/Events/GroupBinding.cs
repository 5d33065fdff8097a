namespace CustomerJourney.Events;

/// <summary>A dimension bound to a log: its groups, and the group of an event or a customer as an index into them.</summary>
internal abstract class GroupBinding
{
    /// <summary>The group that has no value is the last one.</summary>
    protected GroupBinding(IEnumerable<GroupKey> named, string nameOfNone) =>
        Keys = [.. named, new GroupKey(0, nameOfNone, GroupKind.None)];

    public IReadOnlyList<GroupKey> Keys { get; }

    public int None => Keys.Count - 1;

    /// <summary>The group of the event at a position, by what the event itself says.</summary>
    public abstract int GroupAt(in CustomerTrace trace, int position);

    /// <summary>The group into which silence puts a customer, by its place in the log's column of silences; most groups take no notice of silence.</summary>
    public virtual int GroupOfSilence(in CustomerTrace trace, int silence) => None;

    /// <summary>The group of an event for a metric; differs from <see cref="GroupAt"/> where an answer is about something else than its own event.</summary>
    public virtual int GroupOf(in CustomerTrace trace, in TraceEvent e) => GroupAt(trace, e.Position);

    /// <summary>The group of an answer, by its index in the column of answers; the same as <see cref="GroupOf"/> of its event.</summary>
    public virtual int GroupOfAnswer(LogColumns columns, int customer, int answer) =>
        GroupOf(new CustomerTrace(columns, customer), new TraceEvent(columns, customer, columns.Feedback!.Positions[answer], answer, TraceEvent.Unknown));
}
