using CustomerJourney.Building;

namespace CustomerJourney;

/// <summary>Where a journey begins and ends and what it is mapped for. Equal by value.</summary>
public sealed record JourneyScope
{
    /// <summary>What sets the customer off; <see langword="null"/> when nobody said.</summary>
    public LocalizedText? Trigger { get; init; }

    /// <summary>How it is when the journey is over; <see langword="null"/> when nobody said.</summary>
    public LocalizedText? EndState { get; init; }

    /// <summary>The situation that the map tells; <see langword="null"/> when nobody said.</summary>
    public LocalizedText? Scenario { get; init; }

    /// <summary>What the company wants to reach with the map; <see langword="null"/> when nobody said.</summary>
    public LocalizedText? BusinessGoal { get; init; }

    /// <summary>What customers expect from the whole journey; empty when nobody said.</summary>
    public IReadOnlyList<LocalizedText> Expectations { get; init => field = EquatableList.Of(value); } = EquatableList<LocalizedText>.Empty;
}
