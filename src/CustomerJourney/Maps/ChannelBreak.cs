namespace CustomerJourney.Maps;

/// <summary>Two touchpoints that follow each other on different channels: here the customer must be carried over, with basket, words and promises.</summary>
public sealed record ChannelBreak
{
    /// <summary>The touchpoint before the change.</summary>
    public required Touchpoint From { get; init; }

    /// <summary>The touchpoint after it.</summary>
    public required Touchpoint To { get; init; }

    /// <summary>Whether it lies between two stages rather than within one.</summary>
    public bool IsBetweenStages => From.Stage != To.Stage;

    /// <summary>Whether the medium changes too, for example from a screen to a shop.</summary>
    public bool ChangesMedium => From.Channel!.Medium != To.Channel!.Medium;
}
