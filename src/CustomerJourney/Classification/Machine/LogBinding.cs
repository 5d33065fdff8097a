using CustomerJourney.Events;

namespace CustomerJourney.Classification.Machine;

/// <summary>A machine bound to a log: names and demands in the codes of the log. Immutable, safe for use by many threads; each walks its customers with <see cref="EventsOf"/>.</summary>
internal sealed class LogBinding
{
    private readonly LogDemand[] _demands;
    private readonly int[]? _earlierStages;
    private readonly int _unknown;

    public LogBinding(StageMachine machine, LogSchema schema, LogColumns columns)
    {
        Columns = columns;
        Started = columns.StartedAt ?? columns.Ticks;
        CodeOfEvent = [.. schema.Events.Select(machine.CodeOf)];
        PlanOfEvent = [.. CodeOfEvent.Select(code => machine.PlanOf(code))];
        _demands = [.. machine.Demands.Select(demand => new LogDemand(demand, schema, columns))];
        if (Array.Find(columns.EventAttributes, attribute => attribute.Name == EventMapping.EarlierStagesAttribute) is not { } column) return;
        _unknown = Array.BinarySearch(column.Values, EventMapping.EarlierStagesUnknown, StringComparer.Ordinal);
        _earlierStages = _unknown < 0 ? null : column.Codes;
    }

    public LogColumns Columns { get; }

    /// <summary>When events began, in UTC ticks.</summary>
    public long[] Started { get; }

    /// <summary>The machine's code of each event code of the log.</summary>
    public int[] CodeOfEvent { get; }

    /// <summary>What the machine does with events of each event code of the log.</summary>
    public EventPlan[] PlanOfEvent { get; }

    /// <summary>Walks the events of a run of customers in their order.</summary>
    /// <param name="first">The first customer.</param>
    /// <param name="end">The customer after the last one.</param>
    public LogWalk EventsOf(int first, int end) => new(this, first, end);

    /// <summary>Whether the event at which a walk is has what is asked for.</summary>
    public bool Meets(int demand, ref LogWalk walk) => _demands[demand].IsMetBy(ref walk);

    public bool EarlierStagesAreUnknown(int index) => _earlierStages is { } codes && codes[index] == _unknown;
}
