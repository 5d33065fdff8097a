using CustomerJourney.Classification.Machine;
using CustomerJourney.Events;

namespace CustomerJourney.Classification;

/// <summary>The events of a log as the machine sees them: names and demands bound to the codes of the log, once.</summary>
internal sealed class LogEvents
{
    private readonly LogColumns _columns;
    private readonly LogDemand[] _demands;

    public LogEvents(JourneyLog log, StageMachine machine)
    {
        _columns = log.Columns;
        Started = _columns.StartedAt ?? _columns.Ticks;
        Codes = [.. log.Schema.Events.Select(machine.CodeOf)];
        _demands = [.. machine.Demands.Select(demand => new LogDemand(demand, log))];
        Earlier = EarlierStages.Of(_columns);
    }

    public long[] Started { get; }

    /// <summary>For each name of the log, its code in the machine.</summary>
    public int[] Codes { get; }

    public EarlierStages Earlier { get; }

    public int CodeOf(int index) => Codes[_columns.Events[index]];

    public bool Meets(int demand, int index, int money, int answer) => _demands[demand].IsMetBy(index, money, answer);

    public bool TryGetAmount(int money, out long units, out string? currency)
    {
        units = money < 0 ? 0 : _columns.Money!.Units[money];
        currency = money < 0 ? null : _columns.Money!.Currency(money);
        return money >= 0;
    }
}
