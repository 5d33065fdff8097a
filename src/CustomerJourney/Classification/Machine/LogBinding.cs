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

    /// <summary>Walks the events of a customer in their order.</summary>
    public LogWalk EventsOf(int customer) => new(this, customer);

    public bool Meets(int demand, int customer, int index) => _demands[demand].IsMetBy(customer, index);

    /// <summary>The amount of money of an event; false if it carries none.</summary>
    public bool TryGetAmount(int customer, int index, out long units, out string? currency)
    {
        int amount = Columns.Money is { } money ? LogDemand.IndexOf(money.Positions, money.Offsets, customer, index) : -1;
        (units, currency) = amount < 0 ? (0, null) : (Columns.Money!.Units[amount], Columns.Money.Currency(amount));
        return amount >= 0;
    }

    public bool EarlierStagesAreUnknown(int index) => _earlierStages is { } codes && codes[index] == _unknown;
}
