namespace CustomerJourney.Events;

/// <summary>What every event has: sixteen bytes side by side, since sorting moves events about.</summary>
internal struct ArrivedEvent
{
    /// <summary>UTC ticks at which the event happened.</summary>
    public long Ticks;

    /// <summary>The customer: the code in the order first seen, later the place in the order of the log.</summary>
    public int Customer;

    /// <summary>The event name: the code in the order first seen, later the place in ordinal order.</summary>
    public ushort Event;

    /// <summary>The channel, likewise; <see cref="LogSchema.NoChannel"/> where none.</summary>
    public byte Channel;

    /// <summary>Whether any other column has a value for the event. If not, its row need not be remembered.</summary>
    public bool HasMore;
}
