namespace CustomerJourney.Events;

/// <content>Labels: the first or last event of a name under a name of its own.</content>
public partial class JourneyLog
{
    /// <summary>The log with each customer's first event of a name under another name, for example <c>First order</c>. All else stays as it is.</summary>
    /// <param name="eventName">The name of the event.</param>
    /// <param name="label">The new name; one that the log does not have.</param>
    /// <remarks>
    /// No event is added or moved, and later ones keep their name. Of a classified log, the labeled events keep their stages and touchpoints; a log that is classified afterwards is read by the new name.
    /// Labeling the last ones afterwards finds a customer's last event that still has the old name.
    /// </remarks>
    /// <exception cref="ArgumentException">The log does not know the event, already has the label, or has no room for another name.</exception>
    public virtual JourneyLog LabelFirst(string eventName, string label) => Label(eventName, label, Occurrence.First);

    /// <summary>The log with each customer's last event of a name under another name, for example <c>Last visit</c>. All else stays as it is.</summary>
    /// <param name="eventName">The name of the event.</param>
    /// <param name="label">The new name; one that the log does not have.</param>
    /// <remarks>As <see cref="LabelFirst"/>. A later event, not in the log yet, may take the place of the last one.</remarks>
    /// <exception cref="ArgumentException">The log does not know the event, already has the label, or has no room for another name.</exception>
    public virtual JourneyLog LabelLast(string eventName, string label) => Label(eventName, label, Occurrence.Last);

    private JourneyLog Label(string eventName, string label, Occurrence occurrence)
    {
        int code = RequireEvent(eventName, nameof(eventName));
        ArgumentException.ThrowIfNullOrEmpty(label);
        if (new NameTable().GetOrAdd(label) < 0) throw new ArgumentException("The label holds an unpaired surrogate.", nameof(label));
        string[] known = [.. Schema.Events];
        int place = Array.BinarySearch(known, label, StringComparer.Ordinal);
        if (place >= 0) throw new ArgumentException($"The log already has events named '{label}', which could not be told from the labeled ones; take another label.", nameof(label));
        if (known.Length == LogSchema.MaxEvents) throw new ArgumentException($"The log already has {known.Length} event names, as many as it can hold.", nameof(label));

        int labeled = ~place;
        int[] sources = [.. Enumerable.Range(0, labeled), code, .. Enumerable.Range(labeled, known.Length - labeled)];
        ushort[] events = GC.AllocateUninitializedArray<ushort>(Columns.EventCount);
        Chunks.Each(CustomerCount, (first, end) =>
        {
            for (int customer = first; customer < end; customer++)
            {
                CustomerTrace trace = TraceOf(customer);
                Span<ushort> own = events.AsSpan(trace.Start, trace.Length);
                for (int position = 0; position < own.Length; position++) own[position] = (ushort)(trace.Events[position] < labeled ? trace.Events[position] : trace.Events[position] + 1);
                int at = occurrence == Occurrence.First ? trace.Events.IndexOf((ushort)code) : trace.Events.LastIndexOf((ushort)code);
                if (at >= 0) own[at] = (ushort)labeled;
            }
        });
        LogColumns columns = Columns with { Events = events };
        StageReading? reading = Schema.Reading is { } source ? new RecodedReading(source, sources, null) : null;
        LogSchema schema = LogSchema.For(columns, [.. known[..labeled], label, .. known[labeled..]], [.. Schema.Channels]);
        return Recreate(schema.With(columns, Range, Schema.ObservedUntil, Schema.Journey, reading), columns, _customers, Quality);
    }
}
