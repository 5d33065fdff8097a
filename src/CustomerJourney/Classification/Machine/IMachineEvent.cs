namespace CustomerJourney.Classification.Machine;

/// <summary>One event as the machine sees it. Implemented by structs, so that looking costs no virtual call: one over the columns of a log, one over an event that arrives.</summary>
internal interface IMachineEvent
{
    /// <summary>When the event began, in UTC ticks: the clock of every rule.</summary>
    long StartedTicks { get; }

    /// <summary>The code of the event's name among the names that the machine was bound to.</summary>
    int Code { get; }

    /// <summary>Whether the event has what a pattern asks for besides its name (channel, attributes, amount, answer), by the number of that demand in the machine.</summary>
    bool Meets(int demand);

    /// <summary>The amount of money in ten-thousandths and the currency, for totals; false if the event carries none.</summary>
    bool TryGetAmount(out long units, out string? currency);

    /// <summary>Whether the source of the event does not know the stages before (<c>EventMapping.EarlierStagesAttribute</c>).</summary>
    bool EarlierStagesAreUnknown { get; }
}
