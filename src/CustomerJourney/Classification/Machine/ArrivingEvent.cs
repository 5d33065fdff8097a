using CustomerJourney.Events;

namespace CustomerJourney.Classification.Machine;

/// <summary>An event that arrives by itself, as the machine sees it. It has been checked as the builder of a log checks events.</summary>
internal readonly struct ArrivingEvent(StageMachine machine, JourneyEvent arriving, long startedTicks) : IMachineEvent
{
    public ArrivingEvent(StageMachine machine, JourneyEvent arriving)
        : this(machine, arriving, (arriving.StartedAt ?? arriving.At).UtcTicks)
    {
    }

    public long StartedTicks { get; } = startedTicks;

    public int Code { get; } = machine.CodeOf(arriving.Event);

    public bool EarlierStagesAreUnknown => arriving.Attributes.TryGetValue(EventMapping.EarlierStagesAttribute, out string? value) && value == EventMapping.EarlierStagesUnknown;

    public bool Meets(int demand) => machine.Demands[demand].IsMetBy(arriving);

    public bool TryGetAmount(out long units, out string? currency) => TryGetAmount(arriving, out units, out currency);

    /// <summary>The amount of an event as a log would keep it: an empty currency is none.</summary>
    public static bool TryGetAmount(JourneyEvent arriving, out long units, out string? currency)
    {
        currency = string.IsNullOrEmpty(arriving.Currency) ? null : arriving.Currency;
        units = 0;
        return arriving.Value is { } value && MoneyUnits.TryFrom(value, out units);
    }
}
