namespace CustomerJourney.Events;

/// <summary>What every event has, in the order of arrival: sixteen bytes side by side, since sorting visits events at random.</summary>
/// <param name="Ticks">UTC ticks at which the event happened.</param>
/// <param name="Customer">The code of the customer, in the order first seen.</param>
/// <param name="Event">The code of the event name, in the order first seen.</param>
/// <param name="Channel">The code of the channel, in the order first seen; <see cref="LogSchema.NoChannel"/> where none.</param>
internal readonly record struct ArrivedEvent(long Ticks, int Customer, ushort Event, byte Channel);
